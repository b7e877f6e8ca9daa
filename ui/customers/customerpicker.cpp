#include "ui/customers/customerpicker.h"

#include "core/domain/errortext.h"
#include "ui/frame/keyhelp.h"
#include "ui/retranslation.h"
#include "ui/theme/stylesheet.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QVBoxLayout>

namespace foyer {
namespace {

constexpr int PurseRowHeight = 56;

} // namespace

CustomerPicker::CustomerPicker(Backend &backend, const QString &name, QWidget *parent)
    : QWidget(parent), m_backend(backend), m_field(new QLineEdit(this)), m_list(new QListWidget(this)), m_hint(new QLabel(this))
{
    m_field->setObjectName(name + QStringLiteral("Search"));
    m_list->setObjectName(name + QStringLiteral("List"));
    m_hint->setObjectName(name + QStringLiteral("Hint"));
    m_field->setMaxLength(Customers::MaxNameLength);
    m_field->setMinimumHeight(48);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_hint->setWordWrap(true);
    setTone(m_hint, Tone::Muted);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::Small);
    layout->addWidget(m_field);
    layout->addWidget(m_hint);
    layout->addWidget(m_list, 1);
    setFocusProxy(m_field);
    m_field->installEventFilter(this);
    m_list->installEventFilter(this);
    connect(m_field, &QLineEdit::textEdited, this, &CustomerPicker::search);
    connect(m_list, &QListWidget::itemClicked, this, [this] { choose(m_list->currentRow()); });
    describeKeys(m_field, {{QT_TRANSLATE_NOOP("Keys", "Down, Enter"), QT_TRANSLATE_NOOP("Keys", "choose of the list")}});
    say(this, [this] {
        m_field->setPlaceholderText(tr("Name, e-mail, phone or gift card"));
        m_field->setAccessibleName(tr("Find by name, e-mail, phone or gift card code"));
        m_list->setAccessibleName(tr("Found"));
        tellHint();
    });
}

QString CustomerPicker::typed() const
{
    return m_field->text().trimmed();
}

void CustomerPicker::setHint(const QString &hint)
{
    m_hintText = hint;
    tellHint();
}

void CustomerPicker::begin(std::vector<FoundPurse> first)
{
    m_field->clear();
    ++m_asked;
    list(std::move(first));
}

void CustomerPicker::refresh()
{
    if (!typed().isEmpty())
        search();
}

void CustomerPicker::focusSearch()
{
    m_field->setFocus(Qt::OtherFocusReason);
    m_field->selectAll();
}

void CustomerPicker::search()
{
    m_backend.run(this, [typed = typed()](Desk &desk) { return findPurses(desk, typed); },
                  [this, asked = ++m_asked](Result<std::vector<FoundPurse>> found) {
        if (asked != m_asked)
            return;
        if (!found)
            return Q_EMIT failed(found.error());
        list(std::move(*found));
    });
}

void CustomerPicker::list(std::vector<FoundPurse> found)
{
    m_found = std::move(found);
    m_list->clear();
    for (const FoundPurse &purse : m_found) {
        const QString detail = purse.detail();
        auto *item = new QListWidgetItem(detail.isEmpty() ? purse.title() : purse.title() + u'\n' + detail, m_list);
        item->setSizeHint({0, PurseRowHeight});
    }
    tellHint();
}

void CustomerPicker::tellHint()
{
    m_list->setEnabled(!m_found.empty());
    m_hint->setText(!typed().isEmpty() ? tr("Nobody found. Check the spelling, or type less.") : m_hintText);
    m_hint->setVisible(m_found.empty() && !m_hint->text().isEmpty());
}

void CustomerPicker::choose(int row)
{
    if (row < 0 || row >= int(m_found.size()))
        return;
    const FoundPurse purse = m_found[size_t(row)]; // the list may change under the answer
    Q_EMIT chosen(purse);
}

bool CustomerPicker::handleKey(const QObject *watched, int key)
{
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (watched == m_list && isEnter)
        choose(m_list->currentRow());
    else if (watched == m_field && isEnter && m_found.size() == 1)
        choose(0);
    else if (watched == m_field && (key == Qt::Key_Down || isEnter) && !m_found.empty()) {
        m_list->setFocus(Qt::OtherFocusReason);
        m_list->setCurrentRow(0);
    } else
        return isEnter; // it belongs to nobody else here
    return true;
}

bool CustomerPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && handleKey(watched, static_cast<QKeyEvent *>(event)->key()))
        return true;
    return QWidget::eventFilter(watched, event);
}

} // namespace foyer
