#include "app/desktop/languages.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLibraryInfo>
#include <QtCore/QLocale>

namespace foyer {
namespace {

QLocale localeFor(const QString &code)
{
    const QLocale system = QLocale::system();
    const QLocale::Language wanted = code == QLatin1String("de") ? QLocale::German
        : code == QLatin1String("en") || system.language() != QLocale::German ? QLocale::English
                                                                              : QLocale::German;
    if (system.language() == wanted)
        return system; // with its country
    return wanted == QLocale::German ? QLocale(QLocale::German, QLocale::Germany) : QLocale(QLocale::English, QLocale::UnitedKingdom);
}

} // namespace

void Languages::use(const QString &code)
{
    const QLocale locale = localeFor(code);
    QLocale::setDefault(locale);
    for (QTranslator &translator : m_translators)
        QCoreApplication::removeTranslator(&translator);
    const bool qt = m_translators[0].load(locale, QStringLiteral("qtbase"), QStringLiteral("_"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    const bool ours = m_translators[1].load(locale, QStringLiteral("foyer"), QStringLiteral("_"), QStringLiteral(":/i18n"));
    if (qt)
        QCoreApplication::installTranslator(&m_translators[0]);
    if (ours)
        QCoreApplication::installTranslator(&m_translators[1]);
}

} // namespace foyer
