#include "ui/pages/customerspage.h"

#include "core/domain/errortext.h"
#include "ui/customers/customercard.h"
#include "ui/customers/customerform.h"
#include "ui/customers/customerpicker.h"
#include "ui/customers/moneyform.h"
#include "ui/format.h"
#include "ui/frame/keyhelp.h"
#include "ui/retranslation.h"
#include "ui/theme/stylesheet.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"

#include <QtCore/QFile>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>

namespace foyer {
namespace {

constexpr int FinderWidth = 340;

} // namespace

CustomersPage::CustomersPage(const Theme &theme, Backend &backend, Monotonic now, QWidget *parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_banner(new Banner(theme, this))
    , m_sides(new QStackedWidget(this))
    , m_nobody(new EmptyState(theme, IconName::People, QString(), QString(), this))
    , m_card(new CustomerCard(backend, this))
    , m_form(new CustomerForm(backend, this))
    , m_money(new MoneyForm(theme, backend, std::move(now), this))
{
    m_banner->setObjectName(QStringLiteral("customersBanner"));
    m_banner->setDismissable(true);
    for (QWidget *side : std::initializer_list<QWidget *>{m_nobody, m_card, m_form, m_money, makeMerge()})
        m_sides->addWidget(side);
    auto *right = new QVBoxLayout;
    right->setSpacing(space::Medium);
    right->addWidget(m_banner);
    right->addWidget(m_sides, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::Large, space::Large, space::Large, space::Large);
    layout->setSpacing(space::Large);
    layout->addWidget(makeLeft());
    layout->addLayout(right, 1);
    connectSides();
    describeKeys(this, {{"F2", QT_TRANSLATE_NOOP("Keys", "find a customer")}, {QT_TRANSLATE_NOOP("Keys", "Esc"), QT_TRANSLATE_NOOP("Keys", "one step back")}});
    say(this, [this] {
        m_picker->setHint(tr("Type a part of a name, an e-mail address, a phone number, or a gift card's code."));
        m_add->setText(tr("New customer"));
        m_gift->setText(tr("New gift card"));
        m_import->setText(tr("Import a file…"));
        m_nobody->setText(tr("Customers, their wallets and gift cards stand here once they were found or added."), QString()); // the verb stands at the left
    });
}

QWidget *CustomersPage::makeLeft()
{
    auto *left = new QWidget(this);
    left->setFixedWidth(FinderWidth);
    auto *layout = new QVBoxLayout(left);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::Small);
    m_picker = new CustomerPicker(m_backend, QStringLiteral("customer"), left);
    layout->addWidget(m_picker, 1);
    const auto add = [&](const char *name, auto verb) {
        QPushButton *button = makeButton(QString(), ButtonRole::Secondary, left);
        button->setObjectName(QLatin1String(name));
        layout->addWidget(button);
        connect(button, &QPushButton::clicked, this, verb);
        return button;
    };
    m_add = add("newCustomer", &CustomersPage::addCustomer);
    m_gift = add("newGiftCard", &CustomersPage::issueGiftCard);
    m_import = add("importCustomers", &CustomersPage::importFile);
    return left;
}

QWidget *CustomersPage::makeMerge()
{
    auto *side = new QWidget(this);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *title = new QLabel(side);
    setTextRole(title, TypeRole::Section);
    m_twin = new CustomerPicker(m_backend, QStringLiteral("twin"), side);
    layout->addWidget(title);
    layout->addWidget(m_twin, 1);
    say(side, [this, title] {
        title->setText(tr("Which entry is the same person?"));
        m_twin->setHint(tr("Find the entry that is to become part of this one."));
    });
    return side;
}

void CustomersPage::connectSides()
{
    connect(m_picker, &CustomerPicker::chosen, this, &CustomersPage::present);
    connect(m_picker, &CustomerPicker::failed, this, &CustomersPage::tell);
    connect(m_twin, &CustomerPicker::chosen, this, &CustomersPage::askToMerge);
    connect(m_twin, &CustomerPicker::failed, this, &CustomersPage::tell);
    connect(m_card, &CustomerCard::failed, this, &CustomersPage::tell);
    connect(m_card, &CustomerCard::told, this, [this](const QString &sentence) { m_banner->showMessage(Tone::Good, sentence); });
    connect(m_card, &CustomerCard::editWanted, this, [this](const Customer &customer) {
        showSide(Form);
        m_form->begin(customer, m_session.actor);
    });
    connect(m_card, &CustomerCard::moneyWanted, this, [this](WalletRequest::Kind kind, const Wallet &wallet) {
        showSide(Amount);
        m_money->begin(kind, wallet, m_card->purse().title(), m_session.actor);
    });
    connect(m_card, &CustomerCard::mergeWanted, this, [this](const Customer &customer) {
        m_subject = customer;
        showSide(Merge);
        m_twin->begin();
        m_twin->setFocus(Qt::OtherFocusReason);
    });
    connect(m_card, &CustomerCard::eraseWanted, this, [this](const Customer &customer) {
        m_subject = customer;
        askFirst(tr("Name, e-mail, phone and notes of %1 will be gone for good. Orders and amounts stay, without a name.").arg(customer.name), tr("Erase this person"),
                 [this] { erase(); });
    });
    connect(m_form, &CustomerForm::saved, this, &CustomersPage::showCustomer);
    connect(m_form, &CustomerForm::cancelled, this, &CustomersPage::leaveSide);
    connect(m_money, &MoneyForm::cancelled, this, &CustomersPage::leaveSide);
    connect(m_money, &MoneyForm::done, this, [this](const WalletReceipt &receipt, bool cash) {
        showSide(Card);
        m_card->reload();
        m_picker->refresh();
        m_banner->showMessage(Tone::Good, tr("%1 moved; the balance is %2.").arg(formatMoney(receipt.amount, MoneySign::Show), formatMoney(receipt.balance, MoneySign::Show)));
        m_picker->focusSearch();
        if (cash)
            Q_EMIT cashMoved();
    });
    connect(m_money, &MoneyForm::leftOpen, this, [this](Money amount) {
        showSide(Card);
        m_card->reload();
        m_banner->showMessage(Tone::Warn, tr("The card has not answered yet. %1 come into the wallet as soon as it does: take nothing for it in another way.")
                                              .arg(formatMoney(amount, MoneySign::Show)));
        m_picker->focusSearch();
    });
    connect(&m_backend, &Backend::depositChanged, this, [this](const CardDeposit &deposit) {
        if (deposit.state == PaymentState::Captured && m_sides->currentIndex() == Card)
            m_card->reload();
    });
    connect(m_banner, &Banner::actionTriggered, this, [this] {
        const auto yes = std::exchange(m_yes, {});
        m_banner->clear();
        if (yes)
            yes();
    });
}

void CustomersPage::activate(const Session &session)
{
    if (m_session.actor.staff != session.actor.staff) { // nothing of the last person's work stays open
        m_picker->begin();
        showSide(Nobody);
    } else if (m_sides->currentIndex() == Card) {
        m_card->reload();
    }
    m_session = session;
    m_import->setVisible(may(session.actor.role, Permission::ManageCustomers));
    m_picker->focusSearch();
}

void CustomersPage::showSide(Side side)
{
    m_yes = {};
    m_banner->clear();
    m_sides->setCurrentIndex(side);
}

void CustomersPage::leaveSide()
{
    const int side = m_sides->currentIndex();
    const bool hasCard = !m_card->purse().customer.id.isNull() || !m_card->purse().wallets.empty();
    showSide(side != Card && hasCard ? Card : Nobody);
    if (side == Card || side == Nobody)
        m_picker->begin();
    m_picker->focusSearch();
}

void CustomersPage::present(const FoundPurse &purse)
{
    showSide(Card);
    m_card->present(purse, m_session.actor);
}

void CustomersPage::showCustomer(const Customer &customer)
{
    m_backend.run(this, [customer](Desk &desk) { return purseOf(desk, customer); }, [this](const Result<FoundPurse> &purse) {
        if (!purse)
            return tell(purse.error());
        present(*purse);
        m_picker->refresh();
        m_picker->focusSearch();
    });
}

void CustomersPage::addCustomer()
{
    showSide(Form);
    m_form->begin({{}, m_picker->typed(), {}, {}}, m_session.actor);
}

void CustomersPage::issueGiftCard()
{
    m_gift->setEnabled(false);
    m_backend.run(this, [actor = m_session.actor](Desk &desk) -> Result<Wallet> {
        const auto venues = desk.office.catalogue().venues();
        if (!venues)
            return fail(venues.error());
        return desk.office.wallets().issueGiftCard(actor, venues->empty() ? Currency() : venues->front().currency);
    }, [this](const Result<Wallet> &card) {
        m_gift->setEnabled(true);
        if (!card)
            return tell(card.error());
        present({{}, {*card}});
        m_picker->focusSearch(); // not the next button, which the one that was pressed gave it to
        m_banner->showMessage(Tone::Good, tr("The gift card %1 is empty. Pay in what it is to be worth.").arg(card->code));
    });
}

void CustomersPage::importFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Import customers"), QString(), tr("CSV files (*.csv)"));
    if (path.isEmpty())
        return;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tell({ErrorCode::FileUnreadable, {path, file.errorString()}, {}});
    readFile(file.readAll(), true);
}

/// First what would be done, then, when it is wanted, the same for good.
void CustomersPage::readFile(const QByteArray &bytes, bool dryRun)
{
    m_backend.run(this, [bytes, dryRun, actor = m_session.actor](Desk &desk) { return desk.office.customerRecords().importCsv(actor, bytes, dryRun); },
                  [this, bytes, dryRun](const Result<CustomerImport> &done) {
        if (!done)
            return tell(done.error());
        if (!done->isClean())
            return tell({ErrorCode::FileInvalid, {tr("line %1: %2").arg(done->faults.front().line).arg(done->faults.front().reason)}, {}});
        if (!dryRun)
            return m_banner->showMessage(Tone::Good, tr("%1 customers added, %2 updated; %3 are as they were.").arg(done->added).arg(done->updated).arg(done->unchanged));
        askFirst(tr("%1 customers would be added, %2 updated; %3 are as they were.").arg(done->added).arg(done->updated).arg(done->unchanged),
                 tr("Import the file"), [this, bytes] { readFile(bytes, false); });
    });
}

void CustomersPage::askFirst(const QString &question, const QString &verb, std::function<void()> yes)
{
    m_yes = std::move(yes);
    m_banner->showMessage(Tone::Warn, question, verb);
}

void CustomersPage::askToMerge(const FoundPurse &other)
{
    if (other.isGiftCard() || other.customer.id == m_subject.id)
        return tell({ErrorCode::InvalidInput, {tr("this is not another person's entry")}, {}});
    m_other = other;
    askFirst(tr("Orders and money of \"%1\" will belong to \"%2\", and the entry \"%1\" is gone.").arg(other.customer.name, m_subject.name), tr("Merge the two"),
             [this] { merge(); });
}

void CustomersPage::merge()
{
    m_backend.run(this, [actor = m_session.actor, from = m_other.customer.id, into = m_subject.id](Desk &desk) {
        return desk.office.customerRecords().merge(actor, from, into);
    }, [this](const Result<Customer> &merged) { merged ? showCustomer(*merged) : tell(merged.error()); });
}

void CustomersPage::erase()
{
    m_backend.run(this, [actor = m_session.actor, id = m_subject.id](Desk &desk) { return desk.office.customerRecords().erase(actor, id); },
                  [this](const Result<void> &erased) {
        if (!erased)
            return tell(erased.error());
        m_picker->begin();
        showSide(Nobody);
        m_banner->showMessage(Tone::Good, tr("The person was erased."));
    });
}

void CustomersPage::tell(const Error &error)
{
    m_yes = {};
    m_banner->showMessage(Tone::Bad, sentence(error));
}

/// No focus proxy: Tab would lead into the picker through the page, past what stands before it.
void CustomersPage::focusInEvent(QFocusEvent *)
{
    m_picker->focusSearch();
}

void CustomersPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F2)
        m_picker->focusSearch();
    else if (event->key() == Qt::Key_Escape && m_sides->currentWidget() != m_nobody)
        leaveSide();
    else
        QWidget::keyPressEvent(event);
}

} // namespace foyer
