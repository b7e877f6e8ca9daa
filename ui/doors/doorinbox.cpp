#include "ui/doors/doorinbox.h"

#include "core/domain/errortext.h"
#include "ui/backend/backend.h"
#include "ui/customers/customerpicker.h"
#include "ui/doors/matterview.h"
#include "ui/format.h"
#include "ui/frame/keyhelp.h"
#include "ui/orders/orderquestion.h"
#include "ui/retranslation.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>

namespace foyer {
namespace {

constexpr int MatterListWidth = 400;
constexpr int MatterRowHeight = 64;

/// Opened for the customer when there is none in this currency yet.
Result<AccountId> purseFor(Desk &desk, const Actor &actor, const FoundPurse &purse, Currency currency)
{
    if (const Wallet *wallet = purse.wallet(currency))
        return wallet->id;
    if (purse.isGiftCard())
        return fail(ErrorCode::CurrencyMismatch, {purse.wallets.empty() ? QString() : purse.wallets.front().balance.currency().code(), currency.code()});
    const auto wallet = desk.office.wallets().open(actor, purse.customer.id, currency);
    return wallet ? Result<AccountId>(wallet->id) : fail(wallet.error());
}

/// Cards get theirs back through the bank, once the sale is on record.
Result<void> giveBackSale(Desk &desk, const Actor &actor, OrderId sale, AccountId credit)
{
    if (const auto settled = desk.office.doorSettlement().giveBack(actor, sale, credit); !settled)
        return settled;
    if (const auto order = desk.office.orders().find(sale))
        desk.cards.sendRefunds(order->reservation);
    return {};
}

Result<MatterDetail> detailOf(Desk &desk, const DoorMatter &matter)
{
    MatterDetail out;
    if (const auto *sale = std::get_if<SaleConflict>(&matter)) {
        auto about = desk.office.doorSettlement().about(sale->order);
        if (!about)
            return fail(about.error());
        out.sale = std::move(*about);
        return out;
    }
    auto passages = desk.office.doorCentre().passagesOf(std::get<DoorConflict>(matter).passage.ticket);
    if (!passages)
        return fail(passages.error());
    out.passages = std::move(*passages);
    return out;
}

} // namespace

DoorInbox::DoorInbox(const Theme &theme, Backend &backend, Monotonic now, QWidget *parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_guard(now)
    , m_banner(new Banner(theme, this))
    , m_whole(new QStackedWidget(this))
    , m_list(new QListWidget(this))
    , m_view(new MatterView(this))
    , m_question(new OrderQuestion(std::move(now), this))
{
    m_banner->setObjectName(QStringLiteral("inboxBanner"));
    m_banner->setDismissable(true);
    m_list->setObjectName(QStringLiteral("matters"));
    m_list->setFixedWidth(MatterListWidth);
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *nothing = new EmptyState(theme, IconName::Check, QString(), QString(), this);
    auto *both = new QWidget(this);
    auto *columns = new QHBoxLayout(both);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(space::Huge);
    columns->addWidget(m_list);
    columns->addWidget(makeRight(), 1);
    m_whole->addWidget(nothing);
    m_whole->addWidget(both);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::Large, space::Medium, space::Large, space::Medium);
    layout->setSpacing(space::Medium);
    layout->addWidget(m_banner);
    layout->addWidget(m_whole, 1);
    connectSides();
    describeKeys(m_list, {{QT_TRANSLATE_NOOP("Keys", "Up, Down"), QT_TRANSLATE_NOOP("Keys", "walk through what does not fit")},
                          {QT_TRANSLATE_NOOP("Keys", "Tab"), QT_TRANSLATE_NOOP("Keys", "to what can be done about it")}});
    say(this, [this, nothing] {
        nothing->setText(tr("Every passage and every sale that the doors told of fits. What does not will stand here, with what can be done about it."));
        m_list->setAccessibleName(tr("What does not fit"));
        fill();
        if (m_sides->currentIndex() != Shown)
            stepBack();
    });
}

QWidget *DoorInbox::makeRight()
{
    m_sides = new QStackedWidget(this);
    m_sides->addWidget(m_view);
    m_sides->addWidget(m_question);
    m_sides->addWidget(makeCredit());
    return m_sides;
}

QWidget *DoorInbox::makeCredit()
{
    auto *side = new QWidget(this);
    auto *title = new QLabel(side);
    setTextRole(title, TypeRole::Section);
    title->setWordWrap(true);
    m_picker = new CustomerPicker(m_backend, QStringLiteral("creditor"), side);
    QPushButton *back = makeButton(QString(), ButtonRole::Secondary, side);
    back->setObjectName(QStringLiteral("leaveCredit"));
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::Medium);
    layout->addWidget(title);
    layout->addWidget(m_picker, 1);
    layout->addWidget(back, 0, Qt::AlignLeft);
    connect(back, &QPushButton::clicked, this, &DoorInbox::stepBack);
    say(side, [this, title, back] {
        title->setText(tr("Whose wallet, or which gift card, gets the money?"));
        m_picker->setHint(tr("Type the customer's name, or the gift card's code. A wallet is opened for whoever has none."));
        back->setText(tr("Back   Esc"));
    });
    return side;
}

void DoorInbox::connectSides()
{
    connect(m_list, &QListWidget::currentRowChanged, this, &DoorInbox::look);
    connect(m_view, &MatterView::acceptWanted, this, &DoorInbox::askAccept);
    connect(m_view, &MatterView::giveBackWanted, this, &DoorInbox::askGiveBack);
    connect(m_view, &MatterView::dismissWanted, this, &DoorInbox::askDismiss);
    connect(m_view, &MatterView::creditWanted, this, [this] {
        m_banner->clear();
        m_sides->setCurrentIndex(Crediting);
        m_picker->begin();
        m_picker->focusSearch();
    });
    connect(m_view, &MatterView::orderWanted, this, [this] {
        if (const DoorMatter *matter = current(); matter && std::holds_alternative<DoorConflict>(*matter))
            Q_EMIT orderWanted(std::get<DoorConflict>(*matter).passage.ticket.toString());
    });
    connect(m_picker, &CustomerPicker::chosen, this, &DoorInbox::askCredit);
    connect(m_picker, &CustomerPicker::failed, this, &DoorInbox::tell);
    connect(m_question, &OrderQuestion::agreed, this, &DoorInbox::settle);
    connect(m_question, &OrderQuestion::left, this, &DoorInbox::stepBack);
}

void DoorInbox::activate(const Session &session)
{
    m_session = session;
    m_banner->clear();
    if (m_sides->currentIndex() != Shown)
        stepBack();
    takeKeys();
}

/// Of an empty list nobody gets them, nor of one that is not shown.
void DoorInbox::takeKeys()
{
    if (m_list->isVisible())
        m_list->setFocus(Qt::OtherFocusReason);
}

void DoorInbox::tell(const Error &error)
{
    m_banner->showMessage(Tone::Bad, sentence(error));
}

/// What is under somebody's hands stays there, unless somebody else has settled it meanwhile.
void DoorInbox::show(std::vector<DoorMatter> matters)
{
    const auto same = [](const DoorMatter &a, const DoorMatter &b) { return matterId(a) == matterId(b); };
    if (std::equal(matters.begin(), matters.end(), m_matters.begin(), m_matters.end(), same))
        return;
    const bool wasAsked = m_sides->currentIndex() != Shown;
    m_matters = std::move(matters);
    fill();
    if (wasAsked && (!current() || matterId(*current()) != m_shown)) {
        m_banner->showMessage(Tone::Warn, tr("Somebody else has settled this meanwhile."));
        stepBack();
    }
    look();
}

void DoorInbox::fill()
{
    const bool hadKeys = m_list->hasFocus();
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        int row = 0;
        for (size_t i = 0; i < m_matters.size(); ++i) {
            auto *item = new QListWidgetItem(doorwords::line(m_matters[i]), m_list);
            item->setSizeHint({0, MatterRowHeight});
            if (matterId(m_matters[i]) == m_shown)
                row = int(i);
        }
        m_list->setCurrentRow(m_matters.empty() ? -1 : row);
    }
    m_whole->setCurrentIndex(m_matters.empty() ? 0 : 1);
    if (hadKeys)
        m_list->setFocus(Qt::OtherFocusReason);
}

const DoorMatter *DoorInbox::current() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < int(m_matters.size()) ? &m_matters[size_t(row)] : nullptr;
}

const SaleConflict *DoorInbox::currentSale() const
{
    const DoorMatter *matter = current();
    return matter ? std::get_if<SaleConflict>(matter) : nullptr;
}

/// The chosen matter on the right; its details follow.
void DoorInbox::look()
{
    const DoorMatter *matter = current();
    if (!matter || (m_sides->currentIndex() != Shown && matterId(*matter) == m_shown))
        return;
    m_shown = matterId(*matter);
    m_sides->setCurrentIndex(Shown);
    m_view->present(*matter);
    m_backend.run(this, [matter = *matter](Desk &desk) { return detailOf(desk, matter); }, [this, id = m_shown](const Result<MatterDetail> &detail) {
        if (id == m_shown && detail) // settled meanwhile, when it is not there: the next look tells
            m_view->tell(*detail);
    });
}

void DoorInbox::askAccept()
{
    const DoorMatter *matter = current();
    if (!matter)
        return;
    const SaleConflict *sale = currentSale();
    if (sale)
        return ask(tr("Let order %1 stand?").arg(sale->number),
                   doorwords::story(*matter, m_view->detail()) + u'\n' + tr("Its tickets admit from now on. Its places are taken from those of the house; where none is left, nothing happens."),
                   tr("Let the sale stand"), [id = sale->order](Desk &desk, const Actor &actor) { return desk.office.doorSettlement().accept(actor, id); },
                   tr("Order %1 stands.").arg(sale->number));
    if (!m_guard.isOpen())
        return;
    m_guard.close();
    m_banner->clear();
    m_givesCash = false;
    m_done = tr("The passage stays uncounted.");
    m_settle = [id = std::get<DoorConflict>(*matter).passage.id](Desk &desk, const Actor &actor) { return desk.office.doorCentre().accept(actor, id); };
    settle();
}

void DoorInbox::askGiveBack()
{
    const SaleConflict *sale = currentSale();
    if (!sale)
        return;
    const QString amount = formatMoney(moneyOf(*sale), MoneySign::Show);
    ask(tr("Give back what order %1 brought in?").arg(sale->number), doorwords::wayBack(m_view->detail().sale) + u'\n' + tr("Its tickets are void and admit nobody."), tr("Give %1 back").arg(amount),
        [id = sale->order](Desk &desk, const Actor &actor) { return giveBackSale(desk, actor, id, {}); }, tr("Order %1 is given back. %2").arg(sale->number, doorwords::wayBack(m_view->detail().sale)),
        doorwords::givesCash(m_view->detail().sale));
}

void DoorInbox::askDismiss()
{
    const SaleConflict *sale = currentSale();
    if (!sale)
        return;
    ask(tr("Leave order %1 out for good?").arg(sale->number),
        tr("It never becomes an order here: its tickets admit nobody, and its money stands in no book of this box office. Nobody can change this later."), tr("Leave the sale out"),
        [id = sale->order](Desk &desk, const Actor &actor) { return desk.office.doorSettlement().dismiss(actor, id); }, tr("Order %1 is left out.").arg(sale->number));
}

void DoorInbox::askCredit(const FoundPurse &purse)
{
    const SaleConflict *sale = currentSale();
    if (!sale)
        return;
    const Money money = moneyOf(*sale);
    const QString amount = formatMoney(money, MoneySign::Show);
    ask(tr("Give what order %1 brought in as credit?").arg(sale->number), tr("%1 goes to: %2.").arg(amount, purse.title()) + u'\n' + tr("Its tickets are void and admit nobody."),
        tr("Credit %1").arg(amount), [id = sale->order, purse, currency = money.currency()](Desk &desk, const Actor &actor) -> Result<void> {
            const auto wallet = purseFor(desk, actor, purse, currency);
            return wallet ? giveBackSale(desk, actor, id, *wallet) : Result<void>(fail(wallet.error()));
        }, tr("%1 is credited to: %2.").arg(amount, purse.title()));
}

void DoorInbox::ask(const QString &title, const QString &sentences, const QString &verb, Settle settle, const QString &done, bool givesCash)
{
    m_banner->clear();
    m_settle = std::move(settle);
    m_done = done;
    m_givesCash = givesCash;
    m_sides->setCurrentIndex(Asked);
    const SaleConflict *sale = currentSale();
    m_question->ask({title, sale ? formatMoney(moneyOf(*sale), MoneySign::Show) : QString(), sentences, verb, QString()});
}

void DoorInbox::settle()
{
    m_question->setBusy(true);
    m_backend.run(this, [settle = m_settle, actor = m_session.actor](Desk &desk) { return settle(desk, actor); }, [this](const Result<void> &settled) { onSettled(settled); });
}

void DoorInbox::onSettled(const Result<void> &settled)
{
    m_question->setBusy(false);
    m_guard.close(); // the next matter comes under the finger
    if (m_sides->currentIndex() != Shown)
        stepBack();
    if (!settled)
        tell(settled.error());
    else
        m_banner->showMessage(Tone::Good, m_done);
    if (settled && m_givesCash)
        Q_EMIT cashMoved();
    takeKeys(); // the button that was pressed may be gone
    Q_EMIT changed();
}

void DoorInbox::stepBack()
{
    m_sides->setCurrentIndex(Shown);
    takeKeys();
}

void DoorInbox::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_sides->currentIndex() != Shown)
        return stepBack();
    QWidget::keyPressEvent(event);
}

} // namespace foyer
