#include "ui/sell/sidecolumn.h"

#include "core/domain/errortext.h"
#include "ui/approval/approvalpanel.h"
#include "ui/format.h"
#include "ui/frame/keyhelp.h"
#include "ui/sell/comppanel.h"
#include "ui/sell/customerpanel.h"
#include "ui/sell/discountpanel.h"
#include "ui/sell/parkedcarts.h"
#include "ui/sell/parkedpanel.h"
#include "ui/theme/tokens.h"

#include <QtCore/QEvent>
#include <QtGui/QShortcut>

namespace foyer {

SideColumn::SideColumn(const Theme &theme, Backend &backend, Cart &cart, CountdownRing::Monotonic now, CartPanel::FindEvent findEvent, QWidget *parent)
    : QStackedWidget(parent)
    , m_backend(backend)
    , m_cart(cart)
    , m_parked(new ParkedCarts(backend, now, this))
    , m_panel(new CartPanel(theme, cart, now, std::move(findEvent), this))
    , m_list(new ParkedPanel(theme, *m_parked, this))
    , m_customer(new CustomerPanel(backend, this))
    , m_discounts(new DiscountPanel(cart, this))
    , m_theme(theme)
    , m_page(parent)
    , m_comp(new CompPanel(backend, [this]() -> ApprovalPanel & { return approval(); }, this))
{
    for (QWidget *panel : std::initializer_list<QWidget *>{m_panel, m_list, m_customer, m_discounts, m_comp})
        addWidget(panel);
    connect(m_panel, &CartPanel::parkPressed, this, &SideColumn::parkOrList);
    connect(m_panel, &CartPanel::parkedPressed, this, &SideColumn::showParked);
    connect(m_panel, &CartPanel::customerPressed, this, &SideColumn::showCustomer);
    connect(m_panel, &CartPanel::freePressed, this, &SideColumn::showComp);
    connect(m_comp, &CompPanel::closed, this, &SideColumn::leave);
    connect(m_comp, &CompPanel::given, this, &SideColumn::completed);
    connect(m_parked, &ParkedCarts::changed, this, [this] { m_panel->setParkedCount(int(m_parked->carts().size())); });
    connect(m_list, &ParkedPanel::recallWanted, &m_cart, &Cart::recall);
    connect(m_list, &ParkedPanel::discardWanted, this, &SideColumn::discard);
    connect(m_list, &ParkedPanel::named, this, &SideColumn::name);
    connect(m_list, &ParkedPanel::closed, this, &SideColumn::leave);
    connect(m_customer, &CustomerPanel::closed, this, &SideColumn::leave);
    connect(m_customer, &CustomerPanel::chosen, this, [this](const Customer &customer) {
        m_shownCustomer = customer.id;
        m_customerName = customer.name;
        m_cart.setCustomer(customer.id);
        leave();
    });
    connect(m_customer, &CustomerPanel::takenOff, this, [this] {
        m_cart.setCustomer({});
        leave();
    });
    connect(m_panel, &CartPanel::discountsPressed, this, &SideColumn::showDiscounts);
    connect(m_discounts, &DiscountPanel::closed, this, &SideColumn::leave);
    connect(m_discounts, &DiscountPanel::wanted, this, &SideColumn::give);
    connectCart();
    addShortcuts();
}

void SideColumn::connectCart()
{
    connect(&m_cart, &Cart::parked, this, &SideColumn::tellParked);
    connect(&m_cart, &Cart::recalled, this, &SideColumn::leave);
    connect(&m_cart, &Cart::refused, m_parked, &ParkedCarts::look); // a cart that another till took is no longer listed
    connect(&m_cart, &Cart::changed, this, [this] {
        followCustomer();
        if (m_cart.isEmpty() && m_approval)
            m_approval->cancel();
        if (m_cart.isEmpty() && (currentWidget() == m_customer || currentWidget() == m_comp))
            leave(); // time took the cart
    });
}

void SideColumn::addShortcuts()
{
    const auto key = [this](const QKeySequence &keys, const char *meaning, auto body) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setAutoRepeat(false);
        describe(shortcut, meaning);
        connect(shortcut, &QShortcut::activated, this, body);
    };
    key(Qt::Key_F4, QT_TRANSLATE_NOOP("Keys", "park the cart; with an empty one, show the parked carts"), &SideColumn::parkOrList);
    key(Qt::SHIFT | Qt::Key_F4, QT_TRANSLATE_NOOP("Keys", "show the parked carts"), &SideColumn::showParked);
    key(Qt::Key_F8, QT_TRANSLATE_NOOP("Keys", "enter a promo code or give a discount"), &SideColumn::showDiscounts);
    key(Qt::Key_F7, QT_TRANSLATE_NOOP("Keys", "choose or add a customer"), &SideColumn::showCustomer);
    key(Qt::SHIFT | Qt::Key_F8, QT_TRANSLATE_NOOP("Keys", "give the cart free of charge"), &SideColumn::showComp);
}

void SideColumn::begin(const Session &session)
{
    m_session = session;
    m_actor = session.actor;
    m_customer->setActor(session.actor);
    reset();
}

void SideColumn::reset()
{
    setCurrentWidget(m_panel);
    if (m_approval)
        m_approval->cancel();
    m_parked->look();
}

void SideColumn::parkOrList()
{
    if (m_cart.isEmpty())
        showParked();
    else if (!m_cart.isBusy())
        m_cart.park(m_customerName.left(Parking::MaxLabelLength));
}

void SideColumn::showParked()
{
    setCurrentWidget(m_list);
    m_list->open();
}

void SideColumn::showCustomer()
{
    if (m_cart.isEmpty())
        return;
    setCurrentWidget(m_customer);
    m_customer->open(!m_cart.reservation().customer.isNull());
}

void SideColumn::showDiscounts()
{
    setCurrentWidget(m_discounts);
    m_discounts->open();
}

ApprovalPanel &SideColumn::approval()
{
    if (m_approval)
        return *m_approval;
    m_approval = new ApprovalPanel(m_theme, m_backend, m_page);
    m_page->installEventFilter(this);
    connect(m_approval, &ApprovalPanel::opened, this, &SideColumn::placeApproval);
    connect(m_approval, &ApprovalPanel::closed, this, [this] {
        if (isVisible() && currentWidget() == m_discounts)
            m_discounts->open();
    });
    return *m_approval;
}

/// Over the column, which is too narrow for it.
void SideColumn::placeApproval()
{
    m_approval->setGeometry(m_page->width() - m_approval->width() - space::Medium, space::Tiny, m_approval->width(), m_page->height() - 2 * space::Tiny);
    m_approval->raise();
}

bool SideColumn::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_page && event->type() == QEvent::Resize && m_approval->isVisible())
        placeApproval();
    return QStackedWidget::eventFilter(watched, event);
}

void SideColumn::give(const GivenDiscount &given)
{
    approval().withRight(Permission::GiveDiscount, m_session, [this, given](const Actor &allowed) {
        if (given.reservation == m_cart.reservation().id) // the cart may be another one by now
            m_cart.giveDiscount(allowed, given);
    });
}

void SideColumn::showComp()
{
    if (m_cart.isEmpty() || m_cart.isBusy())
        return;
    setCurrentWidget(m_comp);
    m_comp->open(m_cart.reservation(), m_session);
}

void SideColumn::leave()
{
    reset();
    Q_EMIT left();
}

void SideColumn::tellParked(const Reservation &parked)
{
    reset();
    const QString until = formatTime(QDateTime::fromMSecsSinceEpoch(parked.expiresAt.ms).time());
    Q_EMIT said(tr("The cart with %n ticket(s) is parked and stays reserved until %1. F4 shows the parked carts.", nullptr, parked.places()).arg(until),
                tr("Name it"), [this, id = parked.id] {
        setCurrentWidget(m_list);
        m_list->openToName(id);
    });
}

void SideColumn::discard(const Reservation &parked)
{
    m_backend.run(this, [actor = m_actor, id = parked.id](Desk &desk) { return desk.office.parking().discard(actor, id); },
                  [this, parked](const Result<void> &done) {
        m_parked->look();
        if (!done)
            return Q_EMIT said(sentence(done.error()), {}, {});
        Cart::Wishes wishes;
        for (const ReservationLine &line : parked.lines)
            wishes.push_back({line.event, line.priceLevel, line.seat, line.quantity});
        Q_EMIT said(tr("The places of the parked cart are free again."), tr("Reserve them again"), [this, wishes] {
            reset();
            m_cart.add(wishes);
        });
    });
}

void SideColumn::name(ReservationId parked, const QString &label)
{
    m_backend.run(this, [actor = m_actor, parked, label](Desk &desk) { return desk.office.parking().park(actor, parked, label); },
                  [this](const Result<void> &done) {
        m_parked->look();
        if (!done)
            Q_EMIT said(sentence(done.error()), {}, {});
    });
}

/// The cart knows an id; its name is read once.
void SideColumn::followCustomer()
{
    const CustomerId customer = m_cart.reservation().customer;
    if (customer != m_shownCustomer) {
        m_shownCustomer = customer;
        m_customerName.clear();
        if (!customer.isNull())
            m_backend.run(this, [customer](Desk &desk) { return desk.office.customers().get(customer); }, [this](const Result<Customer> &found) {
                if (found && found->id == m_shownCustomer)
                    m_panel->setCustomerName(m_customerName = found->name);
            });
    }
    m_panel->setCustomerName(m_customerName);
}

void SideColumn::showEvent(QShowEvent *event)
{
    QStackedWidget::showEvent(event);
    m_parked->watch(true);
}

void SideColumn::hideEvent(QHideEvent *event)
{
    QStackedWidget::hideEvent(event);
    m_parked->watch(false);
    if (m_approval)
        m_approval->cancel(); // it stands for this page alone
}

} // namespace foyer
