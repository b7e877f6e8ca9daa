#include "ui/sell/customerpanel.h"

#include "core/domain/errortext.h"
#include "core/services/customerrules.h"
#include "ui/frame/keyhelp.h"
#include "ui/theme/stylesheet.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>

namespace foyer {
namespace {

QString customerText(const Customer &customer)
{
    const QStringList ways = QStringList{customer.email, customer.phone}.filter(QRegularExpression(QStringLiteral(".")));
    return ways.isEmpty() ? customer.name : customer.name + u'\n' + ways.join(QStringLiteral(" · "));
}

} // namespace

CustomerPanel::CustomerPanel(Backend &backend, QWidget *parent)
    : SidePanel({"customers", "closeCustomer"}, parent)
    , m_backend(backend)
    , m_name(new QLineEdit(this))
    , m_hint(new QLabel(this))
    , m_email(new QLineEdit(this))
    , m_phone(new QLineEdit(this))
    , m_fault(new QLabel(this))
    , m_takeOff(makeButton(QString(), ButtonRole::Secondary, this))
    , m_add(makeButton(QString(), ButtonRole::Primary, this))
    , m_toEmail(makeButton(QString(), ButtonRole::Primary, this))
{
    setTone(m_hint, Tone::Muted);
    setTone(m_fault, Tone::Bad);
    m_name->setObjectName(QStringLiteral("customerName"));
    m_email->setObjectName(QStringLiteral("customerEmail"));
    m_phone->setObjectName(QStringLiteral("customerPhone"));
    m_fault->setObjectName(QStringLiteral("customerFault"));
    m_takeOff->setObjectName(QStringLiteral("noCustomer"));
    m_add->setObjectName(QStringLiteral("addCustomer"));
    m_toEmail->setObjectName(QStringLiteral("toEmail"));
    m_name->setMaxLength(Customers::MaxNameLength);
    m_hint->setWordWrap(true);
    m_fault->setWordWrap(true);
    m_fault->hide();
    m_name->installEventFilter(this);
    column()->addWidget(m_name);
    column()->addWidget(list(), 1);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_toEmail, m_hint, m_email, m_phone, m_fault, m_takeOff, m_add})
        column()->addWidget(widget);

    connect(m_name, &QLineEdit::textEdited, this, &CustomerPanel::search);
    connect(list(), &QListWidget::itemClicked, this, &CustomerPanel::choose);
    connect(m_add, &QPushButton::clicked, this, &CustomerPanel::add);
    connect(m_toEmail, &QPushButton::clicked, this, [this] { Q_EMIT emailChosen(m_name->text().trimmed()); });
    connect(m_takeOff, &QPushButton::clicked, this, &CustomerPanel::takenOff);
    describeKeys(m_name, {{QT_TRANSLATE_NOOP("Keys", "Down, Enter"), QT_TRANSLATE_NOOP("Keys", "choose a customer of the list, or add the typed name")}});
    retranslate();
}

void CustomerPanel::retranslate()
{
    setTitle(m_wanted.isEmpty() ? tr("Customer") : m_wanted, tr("Close"), tr("Close the search for customers"));
    m_name->setPlaceholderText(tr("Name, e-mail or phone"));
    m_name->setAccessibleName(tr("Customer's name, e-mail or phone"));
    list()->setAccessibleName(tr("Customers found"));
    m_hint->setText(tr("A new customer needs a name; the rest may stay empty."));
    m_email->setPlaceholderText(tr("E-mail"));
    m_email->setAccessibleName(tr("E-mail of the new customer"));
    m_phone->setPlaceholderText(tr("Phone"));
    m_phone->setAccessibleName(tr("Phone of the new customer"));
    m_takeOff->setText(tr("Sell without a customer"));
    refresh();
}

void CustomerPanel::open(bool hasCustomer, const QString &title)
{
    m_wanted = title;
    retranslate();
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
    list()->clear();
    for (const Customer &customer : found)
        addRow(customerText(customer));
    refresh();
}

/// What is typed is an e-mail that nobody who was found has.
bool CustomerPanel::isEmailAlone() const
{
    const QString email = m_name->text().trimmed();
    return m_takesEmail && customer_rules::isEmail(email)
        && std::none_of(m_found.begin(), m_found.end(), [&](const Customer &one) { return one.email.compare(email, Qt::CaseInsensitive) == 0; });
}

void CustomerPanel::refresh()
{
    m_toEmail->setText(tr("To this e-mail"));
    m_toEmail->setAccessibleName(tr("To the e-mail %1, with which nobody is registered yet").arg(m_name->text().trimmed()));
    m_toEmail->setVisible(isEmailAlone());
    const QString name = m_name->text().trimmed();
    list()->setEnabled(!m_found.empty());
    m_add->setEnabled(!name.isEmpty());
    m_add->setText(tr("Add customer"));
    m_add->setAccessibleName(name.isEmpty() ? tr("Add customer") : tr("Add %1 as a new customer").arg(name));
}

void CustomerPanel::choose()
{
    if (const int row = list()->currentRow(); row >= 0 && row < int(m_found.size()))
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
    const auto *field = qobject_cast<QLineEdit *>(focusWidget());
    if (!isEnter(event) || !field)
        return SidePanel::keyPressEvent(event);
    // In the other fields, and when nobody was found, it is clear that somebody new is meant.
    if (field == m_name && isEmailAlone())
        m_toEmail->click();
    else if (field == m_name && !m_found.empty())
        goToFirstRow();
    else if (m_add->isEnabled())
        add();
}

bool CustomerPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_name && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down && !m_found.empty()) {
        goToFirstRow();
        return true;
    }
    return SidePanel::eventFilter(watched, event);
}

} // namespace foyer
