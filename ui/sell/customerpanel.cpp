#include "ui/sell/customerpanel.h"

#include "core/domain/errortext.h"
#include "ui/frame/keyhelp.h"
#include "ui/theme/stylesheet.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>

namespace foyer {
namespace {

constexpr int CustomerRow = 56;

QString customerText(const Customer &customer)
{
    const QStringList ways = QStringList{customer.email, customer.phone}.filter(QRegularExpression(QStringLiteral(".")));
    return ways.isEmpty() ? customer.name : customer.name + u'\n' + ways.join(QStringLiteral(" · "));
}

} // namespace

CustomerPanel::CustomerPanel(Backend &backend, QWidget *parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_title(new QLabel(this))
    , m_close(makeButton(QString(), ButtonRole::Quiet, this))
    , m_name(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_hint(new QLabel(this))
    , m_email(new QLineEdit(this))
    , m_phone(new QLineEdit(this))
    , m_fault(new QLabel(this))
    , m_takeOff(makeButton(QString(), ButtonRole::Secondary, this))
    , m_add(makeButton(QString(), ButtonRole::Primary, this))
{
    setPanel(this);
    setTextRole(m_title, TypeRole::Strong);
    setTone(m_hint, Tone::Muted);
    setTone(m_fault, Tone::Bad);
    m_name->setObjectName(QStringLiteral("customerName"));
    m_list->setObjectName(QStringLiteral("customers"));
    m_email->setObjectName(QStringLiteral("customerEmail"));
    m_phone->setObjectName(QStringLiteral("customerPhone"));
    m_fault->setObjectName(QStringLiteral("customerFault"));
    m_takeOff->setObjectName(QStringLiteral("noCustomer"));
    m_add->setObjectName(QStringLiteral("addCustomer"));
    m_close->setObjectName(QStringLiteral("closeCustomer"));
    m_name->setMaxLength(Customers::MaxNameLength);
    m_hint->setWordWrap(true);
    m_fault->setWordWrap(true);
    m_fault->hide();
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_name->installEventFilter(this);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::Medium, space::Tiny, space::Medium, space::Medium);
    layout->setSpacing(space::Small);
    layout->addLayout(head);
    layout->addWidget(m_name);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_hint);
    layout->addWidget(m_email);
    layout->addWidget(m_phone);
    layout->addWidget(m_fault);
    layout->addWidget(m_takeOff);
    layout->addWidget(m_add);

    connect(m_name, &QLineEdit::textEdited, this, &CustomerPanel::search);
    connect(m_list, &QListWidget::itemClicked, this, &CustomerPanel::choose);
    connect(m_add, &QPushButton::clicked, this, &CustomerPanel::add);
    connect(m_takeOff, &QPushButton::clicked, this, &CustomerPanel::takenOff);
    connect(m_close, &QPushButton::clicked, this, &CustomerPanel::closed);
    describeKeys(m_name, {{QT_TRANSLATE_NOOP("Keys", "Down, Enter"), QT_TRANSLATE_NOOP("Keys", "choose a customer of the list, or add the typed name")}});
    retranslate();
}

void CustomerPanel::retranslate()
{
    m_title->setText(tr("Customer"));
    m_close->setText(tr("Close"));
    m_close->setAccessibleName(tr("Close the search for customers"));
    m_name->setPlaceholderText(tr("Name, e-mail or phone"));
    m_name->setAccessibleName(tr("Customer's name, e-mail or phone"));
    m_list->setAccessibleName(tr("Customers found"));
    m_hint->setText(tr("A new customer needs a name; the rest may stay empty."));
    m_email->setPlaceholderText(tr("E-mail"));
    m_email->setAccessibleName(tr("E-mail of the new customer"));
    m_phone->setPlaceholderText(tr("Phone"));
    m_phone->setAccessibleName(tr("Phone of the new customer"));
    m_takeOff->setText(tr("Sell without a customer"));
    refresh();
}

void CustomerPanel::open(bool hasCustomer)
{
    for (QLineEdit *field : {m_name, m_email, m_phone})
        field->clear();
    m_fault->hide();
    m_takeOff->setVisible(hasCustomer);
    showFound({});
    m_name->setFocus(Qt::OtherFocusReason);
}

void CustomerPanel::search()
{
    m_fault->hide();
    m_backend.run(this, [typed = m_name->text()](Desk &desk) { return desk.office.customers().find(typed); },
                  [this, asked = ++m_asked](const Result<std::vector<Customer>> &found) {
        if (asked == m_asked && found)
            showFound(*found);
    });
    refresh();
}

void CustomerPanel::showFound(const std::vector<Customer> &found)
{
    m_found = found;
    m_list->clear();
    for (const Customer &customer : found) {
        auto *item = new QListWidgetItem(customerText(customer), m_list);
        item->setSizeHint({0, CustomerRow});
    }
    refresh();
}

void CustomerPanel::refresh()
{
    const QString name = m_name->text().trimmed();
    m_list->setEnabled(!m_found.empty());
    m_add->setEnabled(!name.isEmpty());
    m_add->setText(tr("Add customer"));
    m_add->setAccessibleName(name.isEmpty() ? tr("Add customer") : tr("Add %1 as a new customer").arg(name));
}

void CustomerPanel::choose()
{
    if (const int row = m_list->currentRow(); row >= 0 && row < int(m_found.size()))
        Q_EMIT chosen(m_found[size_t(row)]);
}

void CustomerPanel::add()
{
    const Customer wanted{{}, m_name->text(), m_email->text(), m_phone->text()};
    if (std::exchange(m_isAdding, true))
        return; // once
    m_backend.run(this, [wanted, actor = m_actor](Desk &desk) { return desk.office.customers().add(actor, wanted); }, [this](const Result<Customer> &added) {
        m_isAdding = false;
        if (added)
            return Q_EMIT chosen(*added);
        m_fault->setText(sentence(added.error()));
        m_fault->show();
    });
}

void CustomerPanel::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const auto *field = qobject_cast<QLineEdit *>(focusWidget());
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else if (isEnter && m_list->hasFocus())
        choose();
    else if (isEnter && field && m_add->isEnabled() && m_found.empty())
        add();
    else if (isEnter && field == m_name && m_list->count() > 0)
        m_list->setFocus(Qt::OtherFocusReason), m_list->setCurrentRow(0);
    else if (isEnter && field && m_add->isEnabled())
        add(); // in the other fields it is clear that somebody new is meant
    else
        QWidget::keyPressEvent(event);
}

bool CustomerPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_name && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down && m_list->count() > 0) {
        m_list->setFocus(Qt::OtherFocusReason);
        m_list->setCurrentRow(0);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void CustomerPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace foyer
