#include "ui/frame/keyhelp.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QVariant>
#include <QtGui/QShortcut>
#include <QtWidgets/QWidget>

#include <algorithm>

namespace foyer {
namespace {

constexpr const char *Meaning = "keyMeaning";
constexpr const char *Meanings = "keyMeanings";

QString inWords(const QString &source)
{
    return QCoreApplication::translate("Keys", source.toUtf8().constData());
}

bool works(const QShortcut *shortcut)
{
    const auto *widget = qobject_cast<const QWidget *>(shortcut->parent());
    return shortcut->isEnabled() && widget && widget->isVisible() && widget->isEnabled();
}

void add(std::vector<KeyText> &list, const KeyText &key)
{
    const bool known = std::any_of(list.begin(), list.end(), [&](const KeyText &k) { return k.keys == key.keys && k.meaning == key.meaning; });
    if (!known)
        list.push_back(key);
}

void addKeysOf(const QWidget *widget, std::vector<KeyText> &list)
{
    const QStringList pairs = widget->property(Meanings).toStringList();
    if (widget->isVisible() && widget->isEnabled())
        for (qsizetype i = 0; i + 1 < pairs.size(); i += 2)
            add(list, {inWords(pairs[i]), inWords(pairs[i + 1])});
}

} // namespace

void describe(QShortcut *shortcut, const char *meaning)
{
    shortcut->setProperty(Meaning, QString::fromUtf8(meaning));
}

void describeKeys(QWidget *widget, std::initializer_list<KeyMeaning> keys)
{
    QStringList pairs;
    for (const KeyMeaning &key : keys)
        pairs << QString::fromUtf8(key.keys) << QString::fromUtf8(key.meaning);
    widget->setProperty(Meanings, pairs);
}

std::vector<KeyText> keysOf(const QWidget *window)
{
    std::vector<KeyText> list;
    for (const QShortcut *shortcut : window->findChildren<QShortcut *>())
        if (const QString meaning = shortcut->property(Meaning).toString(); works(shortcut) && !meaning.isEmpty())
            add(list, {shortcut->key().toString(QKeySequence::NativeText), inWords(meaning)});
    std::stable_sort(list.begin(), list.end(), [](const KeyText &a, const KeyText &b) {
        return a.keys.size() == b.keys.size() ? a.keys < b.keys : a.keys.size() < b.keys.size(); // F9 before F10
    });
    addKeysOf(window, list);
    for (const QWidget *widget : window->findChildren<QWidget *>())
        addKeysOf(widget, list);
    return list;
}

QStringList undescribedKeys(const QWidget *window)
{
    QStringList keys;
    for (const QShortcut *shortcut : window->findChildren<QShortcut *>())
        if (!shortcut->property(Meaning).isValid())
            keys << shortcut->key().toString();
    return keys;
}

} // namespace foyer
