#include "ui/pages/orderspage.h"

#include "core/domain/errortext.h"
#include "ui/approval/approvalpanel.h"
#include "ui/backend/backend.h"
#include "ui/format.h"
#include "ui/frame/keyhelp.h"
#include "ui/orders/levelchoice.h"
#include "ui/orders/orderlist.h"
#include "ui/orders/orderquestion.h"
#include "ui/orders/ordertext.h"
#include "ui/orders/orderview.h"
#include "ui/orders/reservationview.h"
#include "ui/retranslation.h"
#include "ui/sell/customerpanel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QShortcut>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

namespace foyer {
namespace {

constexpr int OrderListWidth = 372;

bool isCashAmong(const RefundMade &made)
{
    return std::any_of(made.given.begin(), made.given.end(), [](const Payment &payment) { return payment.tender == Tender::Cash; });
}

/// The customer's wallet, opened when there is none; null for nobody.
Result<AccountId> walletFor(Desk &desk, const Actor &actor, CustomerId customer, Currency currency)
{
    if (customer.isNull())
        return AccountId();
    const auto wallet = desk.office.wallets().open(actor, customer, currency);
    return wallet ? Result<AccountId>(wallet->id) : foyer::fail(wallet.error());
}

} // namespace

OrdersPage::OrdersPage(const Theme &theme, Backend &backend, Monotonic now, QWidget *parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_list(new OrderList(theme, backend, this))
    , m_banner(new Banner(theme, this))
    , m_sides(new QStackedWidget(this))
    , m_view(new OrderView(this))
    , m_question(new OrderQuestion(now, this))
    , m_receivers(new CustomerPanel(backend, this))
    , m_levels(new LevelChoice(now, this))
    , m_approval(new ApprovalPanel(theme, backend, this))
    , m_reserved(new ReservationView(this))
{
    m_banner->setDismissable(true);
    m_list->setFixedWidth(OrderListWidth);
    auto *nothing = new EmptyState(theme, IconName::Orders, QString(), QString(), this);
    say(this, [nothing] {
        nothing->setText(tr("Choose an order on the left, or search for one: by its number, a ticket's number or code, a seat, a name or a day."));
    });
    for (QWidget *side : std::initializer_list<QWidget *>{nothing, m_view, m_question, m_receivers, m_levels, m_reserved})
        m_sides->addWidget(side);
    auto *right = new QVBoxLayout;
    right->setSpacing(space::Medium);
    right->addWidget(m_banner);
    right->addWidget(m_sides, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::Large, space::Medium, space::Large, space::Small);
    layout->setSpacing(space::Large);
    layout->addWidget(m_list);
    layout->addLayout(right, 1);
    layout->addWidget(m_approval);
    connect(m_approval, &ApprovalPanel::opened, m_list, &QWidget::hide); // there is no room for both
    connect(m_approval, &ApprovalPanel::closed, this, [this] {
        m_list->show();
        m_question->setBusy(false);
        m_levels->setBusy(false);
    });
    connect(m_list, &OrderList::orderChosen, this, &OrdersPage::open);
    connect(m_list, &OrderList::reservationChosen, this, [this](const ReservationHit &hit) {
        m_order = {};
        m_banner->clear();
        m_reserved->present(hit);
        m_sides->setCurrentIndex(Reserved);
    });
    connect(m_list, &OrderList::failed, this, [this](const QString &sentence) { m_banner->showMessage(Tone::Bad, sentence); });
    connect(m_view, &OrderView::refundWanted, this, &OrdersPage::askRefund);
    connect(m_view, &OrderView::revokeWanted, this, &OrdersPage::askRevoke);
    connect(m_view, &OrderView::exchangeWanted, this, &OrdersPage::askExchange);
    connect(m_view, &OrderView::levelWanted, this, &OrdersPage::askLevel);
    connect(m_levels, &LevelChoice::chosen, this, &OrdersPage::changeLevel);
    connect(m_levels, &LevelChoice::left, this, &OrdersPage::stepBack);
    connect(m_view, &OrderView::owedWanted, this, &OrdersPage::askOwed);
    connect(m_view, &OrderView::reinstateWanted, this, [this] { changeTickets(false, m_view->chosenIn(TicketState::Revoked)); });
    connect(m_view, &OrderView::printWanted, this, [this] { Q_EMIT printWanted(m_view->detail()->order); });
    connect(m_view, &OrderView::giveWanted, this, [this] {
        m_sides->setCurrentIndex(Giving);
        m_receivers->open(false, tr("Pass %n ticket(s) on to", nullptr, int(m_view->chosenIn(TicketState::Valid).size())));
    });
    connect(m_question, &OrderQuestion::agreed, this, [this](bool ticked, bool asCredit) { m_verb(ticked, asCredit); });
    connect(m_question, &OrderQuestion::left, this, &OrdersPage::stepBack);
    m_receivers->setTakesEmail(true);
    connect(m_receivers, &CustomerPanel::chosen, this, &OrdersPage::give);
    connect(m_receivers, &CustomerPanel::emailChosen, this, &OrdersPage::giveToEmail);
    connect(m_receivers, &CustomerPanel::closed, this, &OrdersPage::stepBack);
    connect(&m_backend, &Backend::saleChanged, this, [this](const CheckoutState &state) {
        const bool isSale = m_view->detail() && m_view->detail()->order.reservation == state.reservation.id;
        if (isSale || (m_view->detail() && m_view->detail()->order.kind == OrderKind::Exchange)) // which the sale's payments stand for, too
            reloadShown();
    });
    addKeys();
}

void OrdersPage::addKeys()
{
    const auto key = [this](Qt::Key keys, const char *meaning, auto verb) {
        auto *shortcut = new QShortcut(keys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        describe(shortcut, meaning);
        connect(shortcut, &QShortcut::activated, this, verb);
    };
    key(Qt::Key_F2, QT_TRANSLATE_NOOP("Keys", "search for an order"), [this] { m_list->focusSearch(); });
    key(Qt::Key_F3, QT_TRANSLATE_NOOP("Keys", "go to the tickets of the order"), [this] {
        if (m_sides->currentIndex() == Shown)
            m_view->focusTickets();
    });
    key(Qt::Key_F8, QT_TRANSLATE_NOOP("Keys", "refund the chosen tickets, or all"), [this] {
        if (m_sides->currentIndex() == Shown && !m_view->chosen().empty() && may(m_session.actor.role, Permission::Refund))
            askRefund();
    });
    key(Qt::Key_F9, QT_TRANSLATE_NOOP("Keys", "exchange the chosen tickets, or all"), [this] {
        if (m_sides->currentIndex() == Shown && !m_view->chosenIn(TicketState::Valid).empty() && may(m_session.actor.role, Permission::Refund))
            askExchange();
    });
}

void OrdersPage::activate(const Session &session)
{
    if (session.actor.staff != m_session.actor.staff) {
        m_order = {};
        m_sides->setCurrentIndex(Nothing);
    }
    m_session = session;
    m_view->setRole(session.actor.role);
    m_receivers->setActor(session.actor);
    m_banner->clear();
    m_approval->cancel();
    m_list->reload();
    m_list->focusSearch();
    reloadShown();
}

void OrdersPage::find(const QString &text)
{
    m_list->find(text);
}

void OrdersPage::open(OrderId order)
{
    m_order = order;
    m_banner->clear();
    reloadShown();
}

bool OrdersPage::shows(ReservationId sale) const
{
    return isVisible() && m_sides->currentIndex() != Nothing && m_sides->currentIndex() != Reserved && m_view->detail() && m_view->detail()->order.reservation == sale;
}

void OrdersPage::reloadShown()
{
    if (m_order.isNull())
        return;
    m_backend.run(this, [id = m_order](Desk &desk) { return desk.office.orderDetails().of(id); }, [this, id = m_order](const Result<OrderDetail> &detail) {
        if (id != m_order)
            return;
        if (!detail)
            return fail(detail.error());
        present(*detail);
    });
}

void OrdersPage::present(const OrderDetail &detail)
{
    const bool isNew = !m_view->detail() || m_view->detail()->order.id != detail.order.id || m_sides->currentIndex() == Nothing || m_sides->currentIndex() == Reserved;
    m_view->present(detail);
    if (isNew || m_sides->currentIndex() == Shown)
        m_sides->setCurrentIndex(Shown);
    if (isNew)
        m_view->focusTickets();
}

/// Of what somebody came in with, only with a supervisor's leave.
void OrdersPage::withLeave(const std::vector<TicketId> &tickets, std::function<void(const Actor &)> then)
{
    const auto &admitted = m_view->detail()->admitted;
    if (std::any_of(tickets.begin(), tickets.end(), [&](TicketId ticket) { return admitted.contains(ticket); }))
        return m_approval->withRight(Permission::UndoAdmitted, m_session, std::move(then));
    then(m_session.actor);
}

/// Reads what would be given back, and asks.
void OrdersPage::askRefund()
{
    m_banner->clear();
    m_request = {m_view->detail()->order.id, m_view->chosen(), false, m_backend.makeId<OrderId>().toString()};
    m_backend.run(this, [request = m_request](Desk &desk) { return desk.office.refunds().quote(request.order, request.tickets); },
                  [this](const Result<RefundQuote> &quote) {
        if (!quote)
            return fail(quote.error());
        const int count = int(quote->lines.size());
        const QString amount = formatMoney(quote->total, MoneySign::Show);
        m_verb = [this](bool ticked, bool asCredit) { refund(ticked, asCredit); };
        m_sides->setCurrentIndex(Asked);
        m_question->ask({tr("Refund %n ticket(s) of order %1?", nullptr, count).arg(m_view->detail()->order.number), amount,
                         givenBackText(*m_view->detail(), *quote) + u'\n' + tr("The tickets become void and their places free again."),
                         tr("Refund %1").arg(amount),
                         may(m_session.actor.role, Permission::BlockSeats) ? tr("Keep the places closed: nobody can buy them") : QString(),
                         creditTo().isEmpty() || !quote->total.isPositive() ? QString() : tr("As credit into the wallet of %1 instead").arg(creditTo())});
    });
}

void OrdersPage::askExchange()
{
    m_banner->clear();
    m_backend.run(this, [order = m_view->detail()->order.id, tickets = m_view->chosenIn(TicketState::Valid)](Desk &desk) {
        return desk.office.exchanges().quote(order, tickets);
    }, [this](const Result<ExchangeQuote> &quote) {
        if (!quote)
            return fail(quote.error());
        std::vector<TicketId> tickets;
        for (const OrderLine &line : quote->lines)
            tickets.push_back(line.ticket.id);
        const auto &customer = m_view->detail()->customer;
        const ExchangeInHand exchange{quote->order, quote->number, tickets, quote->worth, m_backend.makeId<OrderId>().toString(), {},
                                      customer ? customer->id : CustomerId(), creditTo()};
        withLeave(tickets, [this, exchange](const Actor &actor) {
            ExchangeInHand allowed = exchange;
            allowed.approval = actor.approval;
            Q_EMIT exchangeWanted(allowed);
        });
    });
}

void OrdersPage::askLevel()
{
    m_banner->clear();
    m_levelWish = {m_view->detail()->order.id, m_view->chosenIn(TicketState::Valid), {}, {}, m_backend.makeId<OrderId>().toString()};
    m_backend.run(this, [wish = m_levelWish](Desk &desk) { return desk.office.exchanges().levels(wish.order, wish.tickets); },
                  [this](const Result<std::vector<LevelOffer>> &levels) {
        if (!levels)
            return fail(levels.error());
        m_sides->setCurrentIndex(Pricing);
        m_levels->ask(tr("Another price for %n ticket(s) of order %1?", nullptr, int(m_levelWish.tickets.size())).arg(m_view->detail()->order.number), *levels, creditTo());
    });
}

/// Whose wallet can get what is given back; empty: nobody is named.
QString OrdersPage::creditTo() const
{
    return m_view->detail() && m_view->detail()->customer ? m_view->detail()->customer->name : QString();
}

/// What is to be paid is paid like a sale; all else happens at once.
void OrdersPage::changeLevel(const LevelOffer &level, bool asCredit)
{
    m_levelWish.level = level.level;
    withLeave(m_levelWish.tickets, [this, level, asCredit](const Actor &actor) {
        if (level.difference().isPositive())
            payLevel(actor);
        else
            sendLevel(actor, level, asCredit);
    });
}

void OrdersPage::sendLevel(const Actor &actor, const LevelOffer &level, bool asCredit)
{
    m_levels->setBusy(true);
    const CustomerId creditor = asCredit ? m_view->detail()->customer->id : CustomerId();
    m_backend.run(this, [actor, asked = m_levelWish, creditor, currency = level.total.currency()](Desk &desk) -> Result<ExchangeMade> {
        const auto wallet = walletFor(desk, actor, creditor, currency);
        if (!wallet)
            return foyer::fail(wallet.error());
        LevelWish wish = asked;
        wish.credit = *wallet;
        const auto made = desk.office.exchanges().changeLevel(actor, wish);
        for (const Payment &payment : made ? made->given : std::vector<Payment>())
            desk.cards.sendRefunds(payment.reservation);
        return made;
    }, [this, difference = level.difference()](const Result<ExchangeMade> &made) {
        m_levels->setBusy(false);
        if (!made)
            return fail(made.error());
        if (std::any_of(made->given.begin(), made->given.end(), [](const Payment &payment) { return payment.tender == Tender::Cash; }))
            Q_EMIT cashMoved();
        m_order = made->state.order->id;
        done(levelChangedText(*made, difference));
    });
}

void OrdersPage::payLevel(const Actor &actor)
{
    m_levels->setBusy(true);
    m_backend.run(this, [actor, wish = m_levelWish](Desk &desk) { return desk.office.exchangePlans().planLevel(actor, wish); },
                  [this](const Result<CheckoutState> &state) {
        m_levels->setBusy(false);
        if (!state)
            return fail(state.error());
        stepBack();
        Q_EMIT payWanted(state->reservation);
    });
}

void OrdersPage::askRevoke()
{
    const auto tickets = m_view->chosenIn(TicketState::Valid);
    m_banner->clear();
    m_verb = [this, tickets](bool, bool) { changeTickets(true, tickets); };
    m_sides->setCurrentIndex(Asked);
    m_question->ask({tr("Revoke %n ticket(s) of order %1?", nullptr, int(tickets.size())).arg(m_view->detail()->order.number), {},
                     tr("They admit nobody until they are reinstated. Their places stay sold, and no money moves."),
                     tr("Revoke %n ticket(s)", nullptr, int(tickets.size())), {}});
}

void OrdersPage::askOwed()
{
    const QString amount = formatMoney(m_view->detail()->owed, MoneySign::Show);
    m_banner->clear();
    m_verb = [this](bool, bool) { giveOwed(); };
    m_sides->setCurrentIndex(Asked);
    m_question->ask({tr("Give what the bank would not take back in cash?"), amount,
                     tr("It comes out of this drawer, and the card gets nothing more."), tr("Give %1 in cash").arg(amount), {}});
}

void OrdersPage::refund(bool keepClosed, bool asCredit)
{
    m_request.keepPlacesClosed = keepClosed;
    const Order &order = m_view->detail()->order;
    const CustomerId creditor = asCredit ? m_view->detail()->customer->id : CustomerId();
    withLeave(m_request.tickets, [this, creditor, currency = order.currency](const Actor &actor) {
        m_question->setBusy(true);
        m_backend.run(this, [actor, asked = m_request, creditor, currency](Desk &desk) -> Result<RefundMade> {
            const auto wallet = walletFor(desk, actor, creditor, currency);
            if (!wallet)
                return foyer::fail(wallet.error());
            RefundWish request = asked;
            request.credit = *wallet;
            const auto made = desk.office.refunds().refund(actor, request);
            for (const Payment &payment : made ? made->given : std::vector<Payment>())
                desk.cards.sendRefunds(payment.reservation);
            return made;
        }, [this](const Result<RefundMade> &made) { onMade(made); });
    });
}

void OrdersPage::giveOwed()
{
    m_question->setBusy(true);
    m_backend.run(this, [actor = m_session.actor, id = m_view->detail()->order.id](Desk &desk) { return desk.office.refunds().giveOwedInCash(actor, id); },
                  [this, amount = m_view->detail()->owed](const Result<RefundMade> &made) {
        m_question->setBusy(false);
        if (!made)
            return fail(made.error());
        Q_EMIT cashMoved();
        done(tr("Give %1 out of the drawer.").arg(formatMoney(amount, MoneySign::Show)));
    });
}

void OrdersPage::onMade(const Result<RefundMade> &made)
{
    m_question->setBusy(false);
    if (!made)
        return fail(made.error());
    if (isCashAmong(*made))
        Q_EMIT cashMoved();
    done(refundMadeText(*made));
}

void OrdersPage::give(const Customer &customer)
{
    m_sides->setCurrentIndex(Shown);
    const auto tickets = m_view->chosenIn(TicketState::Valid);
    withLeave(tickets, [this, tickets, customer](const Actor &actor) {
        m_backend.run(this, [actor, tickets, id = customer.id](Desk &desk) { return desk.office.ticketChanges().give(actor, tickets, id); },
                      [this, name = customer.name](const Result<std::vector<Ticket>> &given) {
            if (!given)
                return fail(given.error());
            m_view->untick(); // the next verb is about others
            done(tr("%n ticket(s) passed on to %1. The codes before admit nobody any more: print them again.", nullptr, int(given->size())).arg(name));
        });
    });
}

void OrdersPage::giveToEmail(const QString &email)
{
    m_sides->setCurrentIndex(Shown);
    const auto tickets = m_view->chosenIn(TicketState::Valid);
    withLeave(tickets, [this, tickets, email](const Actor &actor) {
        m_backend.run(this, [actor, tickets, email](Desk &desk) { return desk.office.ticketChanges().giveToEmail(actor, tickets, email); },
                      [this, email](const Result<std::vector<Ticket>> &given) {
            if (!given)
                return fail(given.error());
            m_view->untick(); // the next verb is about others
            done(tr("%n ticket(s) passed on to %1, who gets them when registering with it. The codes before admit nobody any more: print them again.", nullptr,
                    int(given->size())).arg(email));
        });
    });
}

void OrdersPage::changeTickets(bool revoke, const std::vector<TicketId> &tickets)
{
    m_question->setBusy(true);
    m_backend.run(this, [actor = m_session.actor, revoke, tickets](Desk &desk) {
        TicketChanges &changes = desk.office.ticketChanges();
        return revoke ? changes.revoke(actor, tickets) : changes.reinstate(actor, tickets);
    }, [this, revoke](const Result<std::vector<Ticket>> &changed) {
        m_question->setBusy(false);
        if (!changed)
            return fail(changed.error());
        const int count = int(changed->size());
        done(revoke ? tr("%n ticket(s) revoked. They can be reinstated here.", nullptr, count) : tr("%n ticket(s) reinstated.", nullptr, count));
    });
}

void OrdersPage::fail(const Error &error)
{
    m_banner->showMessage(Tone::Bad, sentence(error));
    stepBack();
    reloadShown();
}

void OrdersPage::done(const QString &said)
{
    m_banner->showMessage(Tone::Good, said);
    stepBack();
    if (m_sides->currentIndex() == Shown) // the button that was pressed may be gone
        m_view->focusTickets();
    reloadShown();
    m_list->reload();
}

void OrdersPage::stepBack()
{
    if (m_sides->currentIndex() == Reserved)
        m_sides->setCurrentIndex(Nothing);
    if (m_sides->currentIndex() > Shown) {
        m_sides->setCurrentIndex(Shown);
        m_view->focusTickets();
    }
}

void OrdersPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        return QWidget::keyPressEvent(event);
    if (m_sides->currentIndex() > Shown)
        return stepBack();
    if (!m_list->clearSearch())
        return QWidget::keyPressEvent(event); // one step back is the sale
    m_list->focusSearch();
}

} // namespace foyer
