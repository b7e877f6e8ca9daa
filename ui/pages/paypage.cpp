#include "ui/pages/paypage.h"

#include "core/domain/errortext.h"
#include "ui/exchange/exchangetext.h"
#include "ui/format.h"
#include "ui/frame/keyhelp.h"
#include "ui/pay/busyrow.h"
#include "ui/pay/cashmoves.h"
#include "ui/pay/freeside.h"
#include "ui/pay/givebackside.h"
#include "ui/pay/machinequestion.h"
#include "ui/pay/paypad.h"
#include "ui/pay/soldtext.h"
#include "ui/pay/tenderlist.h"
#include "ui/pay/walletside.h"
#include "ui/retranslation.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/countdownring.h"
#include "ui/widgets/numpad.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

#include <array>

namespace foyer {
namespace {

constexpr int SummaryWidth = 380;
constexpr int PadWidth = 620;

} // namespace

PayPage::PayPage(const Theme &theme, Backend &backend, PayOptions options, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_backend(backend)
    , m_options(std::move(options))
    , m_flow(backend)
    , m_guard(m_options.now)
    , m_banner(new Banner(theme, this))
{
    auto *sides = new QHBoxLayout(this);
    sides->setContentsMargins(space::Large, space::Large, space::Large, space::Large);
    sides->setSpacing(space::Huge);
    sides->addWidget(makeSummary(), 1);
    m_sides = new QStackedWidget(this);
    m_sides->setMaximumWidth(PadWidth);
    sides->addWidget(m_sides, 1);
    m_pad = new PayPad(theme, m_options.testCards, m_sides);
    m_sides->addWidget(m_pad);
    m_free = new FreeSide(m_sides);
    m_sides->addWidget(m_free);
    m_giveBack = new GiveBackSide(m_sides);
    m_sides->addWidget(m_giveBack);
    m_machine = new MachineQuestion(theme, m_options.now, m_sides);
    m_sides->addWidget(m_machine);
    m_wallet = new WalletSide(backend, m_sides);
    m_sides->addWidget(m_wallet);
    m_pad->numPad().installEventFilter(this);
    describeKeys(this, {{"F6", QT_TRANSLATE_NOOP("Keys", "reserve for longer")},
                        {"F9", QT_TRANSLATE_NOOP("Keys", "take the given amount in cash")},
                        {"F10", QT_TRANSLATE_NOOP("Keys", "ask the card for what is due, or for the typed amount")},
                        {"F11", QT_TRANSLATE_NOOP("Keys", "pay from a wallet or a gift card")},
                        {QT_TRANSLATE_NOOP("Keys", "Esc"), QT_TRANSLATE_NOOP("Keys", "one step back; never sells")}});
    setTabOrder(m_pad, m_busy);
    setTabOrder(m_busy, m_back);

    connect(m_banner, &Banner::actionTriggered, this, &PayPage::takeOffer);
    connect(m_banner, &Banner::dismissed, this, &PayPage::withdrawOffer);
    connectFlow();
    new Retranslation(this, [this] { retranslate(); });
}

QWidget *PayPage::makeSummary()
{
    auto *summary = new QFrame(this);
    setPanel(summary);
    summary->setMinimumWidth(SummaryWidth);
    auto *layout = new QVBoxLayout(summary);
    layout->setContentsMargins(space::Large, space::Large, space::Large, space::Large);
    layout->setSpacing(space::Small);
    const auto addLine = [&](std::function<QString()> words, TypeRole role) {
        auto *line = new QHBoxLayout;
        auto *label = new QLabel(summary);
        say(label, [label, words] { label->setText(words()); });
        setTextRole(label, TypeRole::Section);
        auto *amount = new QLabel(summary);
        setTextRole(amount, role);
        line->addWidget(label);
        line->addStretch();
        line->addWidget(amount);
        layout->addLayout(line);
        return amount;
    };
    m_total = addLine([] { return tr("To pay"); }, TypeRole::Section);
    m_what = new QLabel(summary);
    m_what->setTextFormat(Qt::PlainText);
    m_what->setWordWrap(true);
    setTone(m_what, Tone::Muted);
    layout->addWidget(m_what);
    layout->addSpacing(space::Small);
    m_tenders = new TenderList(summary);
    layout->addWidget(m_tenders, 1);
    layout->addWidget(m_banner);
    m_due = addLine([] { return tr("Still due"); }, TypeRole::Total);
    m_due->setObjectName(QStringLiteral("due"));
    m_busy = new BusyRow(m_options.busyAfter, summary);
    layout->addWidget(m_busy);
    auto *foot = new QHBoxLayout;
    m_back = makeButton(QString(), ButtonRole::Secondary, summary);
    m_back->setObjectName(QStringLiteral("back"));
    m_ring = new CountdownRing(m_theme, m_options.now, summary);
    foot->addWidget(m_back);
    foot->addStretch();
    foot->addWidget(m_ring);
    layout->addLayout(foot);
    connect(m_back, &QPushButton::clicked, this, &PayPage::goBack);
    return summary;
}

void PayPage::connectFlow()
{
    connect(&m_flow, &PaymentFlow::changed, this, &PayPage::refresh);
    connect(&m_flow, &PaymentFlow::changed, this, [this] {
        if (m_cashBefore && cashIn(m_flow.state()) > *m_cashBefore) {
            m_cashBefore.reset();
            Q_EMIT cashMoved();
        }
    });
    connect(&m_flow, &PaymentFlow::gaveBack, this, [this](const CheckoutState &state) {
        if (gaveCashBack(state))
            Q_EMIT cashMoved();
        handleGaveBack(state);
    });
    connect(&m_flow, &PaymentFlow::refused, this, &PayPage::handleRefusal);
    connect(&m_flow, &PaymentFlow::completed, this, [this](const CheckoutState &state) {
        m_ring->stop();
        m_busy->rest();
        if (m_flow.exchange() && gaveCashBack(state))
            Q_EMIT cashMoved();
        Q_EMIT completed(state);
    });
    connect(m_busy, &BusyRow::stopped, &m_flow, &PaymentFlow::stopWaiting);
    connect(m_free, &FreeSide::completed, this, &PayPage::mainAction);
    connect(m_free, &FreeSide::credited, this, [this] { pressIsMeant() ? m_flow.completeFree(true) : void(); });
    connect(m_giveBack, &GiveBackSide::next, this, &PayPage::mainAction);
    connect(m_giveBack, &GiveBackSide::refundWanted, this, &PayPage::askForRefund);
    connectMachine();
    connectWallet();
    connect(m_pad, &PayPad::cashPressed, this, [this](Money given) {
        if (pressIsMeant()) {
            m_cashBefore = cashIn(m_flow.state());
            m_flow.payCash(given);
        }
    });
    connect(m_pad, &PayPad::cardPressed, this, [this](Money amount, const QString &token) {
        if (amount > m_flow.state().due())
            handleRefusal({ErrorCode::MoreThanDue, {formatMoney(m_flow.state().due())}, {}});
        else if (pressIsMeant())
            m_flow.payCard(amount, token);
    });
}

void PayPage::begin(const Reservation &reservation, const Session &session, const std::optional<ExchangeInHand> &exchange)
{
    m_session = session;
    m_guard.close();
    withdrawOffer();
    m_shownDue = Money();
    m_asked = {};
    m_cashBefore.reset();
    m_sides->setCurrentIndex(Pad);
    m_flow.begin(reservation, session, exchange);
    const bool isFree = !m_flow.state().due().isPositive();
    m_sides->setCurrentIndex(isFree ? Free : Pad);
    m_pad->setDue(m_flow.state().due());
    (isFree ? static_cast<QWidget *>(&m_free->complete()) : &m_pad->numPad())->setFocus();
}

void PayPage::retranslate()
{
    m_tenders->setPayments(m_flow.state().payments);
    if (m_flow.state().reservation.id.isNull())
        return;
    refresh();
    if (m_sides->currentIndex() == Ended)
        m_giveBack->setState(m_flow.state());
}

void PayPage::refresh()
{
    const CheckoutState &state = m_flow.state();
    const auto &exchange = m_flow.exchange();
    const bool hasPlaces = !state.reservation.lines.empty(); // else it is a price that changes
    m_total->setText(formatMoney(hasPlaces ? state.reservation.total() : state.due() + state.paid(), MoneySign::Show));
    m_what->setText((cartText(state.reservation) + (exchange ? u'\n' + exchangeCreditText(*exchange) : QString())).trimmed());
    m_free->setExchange(exchange, state.due());
    m_tenders->setPayments(state.payments);
    const bool isGivenUp = state.reservation.state == ReservationState::Released; // then nothing is due any more
    m_due->setText(formatMoney(isGivenUp || state.due().isNegative() ? Money::zero(state.reservation.currency) : state.due(), MoneySign::Show));
    if (state.due() != m_shownDue) {
        m_shownDue = state.due();
        m_pad->setDue(state.due());
    }
    m_pad->setPayable(m_flow.canPay(), m_flow.canPayByCard());
    m_back->setText(moneyIsIn() || state.live() ? tr("Cancel the sale   Esc") : hasPlaces ? tr("Back to the cart   Esc") : tr("Back   Esc"));
    m_giveBack->setState(state);
    refreshMachine();
    if (m_sides->currentIndex() == Machine && state.reservation.state == ReservationState::Released && !refundIsOpen())
        handleGaveBack(state);
    m_back->setEnabled(!m_flow.isBusy() && m_sides->currentIndex() != Ended && m_sides->currentIndex() != Machine);
    m_busy->setText(m_flow.isAskingCard() ? tr("Waiting for the card") : tr("Working"));
    m_busy->setStoppable(m_flow.isAskingCard());
    if (m_flow.isBusy() && m_sides->currentIndex() != Machine) // where nothing runs: a person is asked
        m_busy->work();
    else
        m_busy->rest();
    if (exchange && m_sides->currentIndex() == Pad && !state.due().isPositive() && !m_flow.isBusy())
        showSide(Free);
    else if (m_sides->currentIndex() == Free && state.due().isPositive() && !m_flow.isBusy())
        backToPad(); // the tickets are gone: these places are paid in another way
    refreshCountdown();
    refreshMessage();
    Q_EMIT changed();
}

/// While money is in, or may be, no clock ends the reservation.
void PayPage::refreshCountdown()
{
    const Reservation &reservation = m_flow.state().reservation;
    if (reservation.state != ReservationState::Active)
        return m_ring->stop();
    const Milliseconds left = reservation.expiresAt - m_backend.clock().now();
    m_ring->start(reservation.lifetime, left, QDateTime::fromMSecsSinceEpoch(reservation.expiresAt.ms).time());
}

/// What the state itself has to say; a refusal is said where it happens.
void PayPage::refreshMessage()
{
    const CheckoutState &state = m_flow.state();
    const ReservationState stage = state.reservation.state;
    const Payment *live = state.live();
    if (live && !m_flow.questioned() && !m_flow.isAskingCard() && !m_flow.isBusy()) {
        offer(Offer::NextCustomer, Tone::Warn, unknownText(*live), tr("Serve the next customer"));
    } else if (stage == ReservationState::Expired || (stage == ReservationState::Active && !m_ring->isRunning())) {
        offer(Offer::BackToCart, Tone::Bad, sentence({ErrorCode::ReservationExpired, {}, {}}), tr("Back to the cart"));
    } else if (m_offer == Offer::NextCustomer) {
        withdrawOffer();
    } else if (m_flow.isUncertain() && m_offer == Offer::None) {
        offer(Offer::TryAgain, Tone::Bad, sentence({ErrorCode::DatabaseUnavailable, {}, {}}), tr("Try again"));
    }
}

QString PayPage::unknownText(const Payment &live) const
{
    const QString amount = formatMoney(live.amount, MoneySign::Show);
    return live.isByHand() ? tr("Nobody knows yet whether the card was charged %1. The places stay reserved until a supervisor settles it. "
                                "If you take cash instead, what the card paid is given back.").arg(amount)
                           : tr("The card has not answered yet. Foyer keeps asking, and the places stay reserved. "
                                "If you take cash instead, %1 go back to the card by themselves, should it be charged.").arg(amount);
}

void PayPage::handleRefusal(const Error &error)
{
    Q_EMIT refused();
    if (m_flow.isUncertain())
        offer(Offer::TryAgain, Tone::Bad, sentence(error), tr("Try again"));
    else if (error.code == ErrorCode::ReservationExpired || error.code == ErrorCode::ReservationEnded)
        offer(Offer::BackToCart, Tone::Bad, sentence(error), tr("Back to the cart"));
    else
        offer(Offer::None, Tone::Bad, sentence(error));
    if (m_sides->currentIndex() == Machine)
        return m_machine->setBusy(false);
    m_pad->numPad().setFocus();
}

void PayPage::handleGaveBack(const CheckoutState &state)
{
    withdrawOffer();
    m_guard.close();
    m_giveBack->setState(state);
    showSide(Ended);
    m_giveBack->nextButton()->setFocus();
}

void PayPage::showSide(Side side)
{
    m_sides->setCurrentIndex(side);
    m_back->setEnabled(!m_flow.isBusy() && side != Ended && side != Machine);
}

void PayPage::connectMachine()
{
    const auto tell = [this](const GatewayOutcome &outcome) {
        m_machine->setBusy(true);
        withdrawOffer();
        m_flow.tell(m_asked, outcome);
    };
    connect(m_machine, &MachineQuestion::approved, this, [tell](const QString &receipt) { tell({GatewayOutcome::Kind::Captured, receipt, {}}); });
    connect(m_machine, &MachineQuestion::declined, this, [tell] { tell({GatewayOutcome::Kind::Declined, {}, {}}); });
    connect(m_machine, &MachineQuestion::leftOpen, this, [this, tell] {
        if (m_flow.questioned())
            return tell({GatewayOutcome::Kind::Unknown, {}, {}});
        m_asked = {};
        handleGaveBack(m_flow.state());
    });
}

void PayPage::connectWallet()
{
    connect(m_pad, &PayPad::walletPressed, this, [this](Money amount) {
        withdrawOffer();
        showSide(Purse);
        m_wallet->begin(amount, m_flow.state().reservation.customer);
    });
    connect(m_wallet, &WalletSide::chosen, this, [this](const Wallet &wallet, Money amount) {
        backToPad();
        if (pressIsMeant())
            m_flow.payStored(wallet, amount);
    });
    connect(m_wallet, &WalletSide::left, this, &PayPage::backToPad);
}

void PayPage::backToPad()
{
    showSide(Pad);
    m_pad->numPad().setFocus();
}

/// As long as an attempt on the card machine has no answer, its question stands in the pad's place.
void PayPage::refreshMachine()
{
    const Payment *question = m_flow.questioned();
    if (question && question->id != m_asked) {
        m_asked = question->id;
        showSide(Machine);
        m_machine->ask(m_flow.isAskingCard() ? MachineQuestion::About::Charge : MachineQuestion::About::Again, question->amount);
    } else if (!question && m_sides->currentIndex() == Machine && m_flow.state().reservation.state != ReservationState::Released) {
        m_asked = {};
        showSide(Pad);
        m_pad->numPad().setFocus();
    }
}

bool PayPage::refundIsOpen() const
{
    const auto &payments = m_flow.state().payments;
    return std::any_of(payments.begin(), payments.end(), [this](const Payment &p) { return p.id == m_asked && p.isLive(); });
}

void PayPage::askForRefund(const Payment &refund)
{
    m_asked = refund.id;
    showSide(Machine);
    m_machine->ask(MachineQuestion::About::Refund, refund.amount);
}

bool PayPage::pressIsMeant()
{
    if (!m_guard.isOpen())
        return false;
    m_guard.close();
    withdrawOffer();
    if (m_sides->currentIndex() == Pad)
        m_pad->numPad().setFocus(); // the button is about to be disabled, and Enter must not fall on its neighbour
    return true;
}

void PayPage::mainAction()
{
    if (m_sides->currentIndex() == Machine || m_sides->currentIndex() == Purse)
        return;
    if (m_sides->currentIndex() == Pad) {
        if (m_offer == Offer::TryAgain || m_offer == Offer::BackToCart)
            return takeOffer();
        return m_pad->pressCash();
    }
    if (!pressIsMeant())
        return;
    if (m_sides->currentIndex() == Free)
        m_flow.completeFree();
    else
        Q_EMIT setAside(m_flow.state().reservation.id);
}

void PayPage::goBack()
{
    if (m_sides->currentIndex() == Purse)
        return backToPad();
    if (m_sides->currentIndex() == Ended || m_sides->currentIndex() == Machine || (m_flow.isBusy() && !m_flow.isAskingCard()))
        return;
    if (m_flow.isAskingCard())
        return m_flow.stopWaiting();
    if (m_offer == Offer::GiveBack)
        return withdrawOffer(), refreshMessage();
    const Money paid = m_flow.state().paid();
    if (m_flow.state().live() || m_flow.isUncertain())
        return offer(Offer::GiveBack, Tone::Warn, tr("This frees the places and gives back whatever was or will be paid."), tr("Cancel the sale"));
    if (!moneyIsIn())
        return leave();
    offer(Offer::GiveBack, Tone::Warn, tr("%1 is in already. Giving it back frees the places.").arg(formatMoney(paid, MoneySign::Show)),
          tr("Give %1 back").arg(formatMoney(paid, MoneySign::Show)));
}

void PayPage::leave()
{
    m_flow.forget();
    m_ring->stop();
    m_busy->rest();
    withdrawOffer();
    Q_EMIT left();
}

void PayPage::takeOffer()
{
    const Offer taken = m_offer;
    withdrawOffer();
    switch (taken) {
    case Offer::TryAgain:
        return m_flow.tryAgain();
    case Offer::GiveBack:
        return m_flow.giveBack();
    case Offer::BackToCart:
        return leave();
    case Offer::NextCustomer:
        m_flow.forget();
        Q_EMIT setAside(m_flow.state().reservation.id);
        return;
    case Offer::None:
        return;
    }
}

void PayPage::offer(Offer what, Tone tone, const QString &message, const QString &action)
{
    m_offer = what;
    m_banner->setDismissable(what == Offer::GiveBack || what == Offer::None);
    m_banner->showMessage(tone, message, action);
}

void PayPage::withdrawOffer()
{
    m_offer = Offer::None;
    m_banner->clear();
}

/// No focus proxy: Shift+Tab would lead to the pad through the page, past its neighbours and even when another side shows.
void PayPage::focusInEvent(QFocusEvent *)
{
    const std::array<QWidget *, 5> first{&m_pad->numPad(), &m_free->complete(), m_giveBack->nextButton(), m_machine, m_wallet}; // as in Side
    first[size_t(m_sides->currentIndex())]->setFocus();
}

void PayPage::keyPressEvent(QKeyEvent *event)
{
    auto *button = qobject_cast<QPushButton *>(focusWidget());
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->isAutoRepeat() && event->key() != Qt::Key_Backspace)
        return;
    if (m_burst.key(*event))
        return m_pad->clear(); // a scanner: what it typed is no amount, and its Enter is no payment
    if (isEnter && button && button->hasFocus())
        return button->click();
    if (isEnter || event->key() == Qt::Key_F9)
        return mainAction();
    if (event->key() == Qt::Key_F10 && m_sides->currentIndex() == Pad)
        return m_pad->pressCard();
    if (event->key() == Qt::Key_F11 && m_sides->currentIndex() == Pad)
        return m_pad->pressWallet();
    if (event->key() == Qt::Key_F6)
        return m_flow.extend();
    if (event->key() == Qt::Key_Escape)
        return goBack();
    const bool isAmount = (event->key() >= Qt::Key_0 && event->key() <= Qt::Key_9) || event->key() == Qt::Key_Backspace;
    if (isAmount && !m_pad->numPad().hasFocus() && m_sides->currentIndex() == Pad) {
        m_pad->numPad().setFocus();
        QCoreApplication::sendEvent(&m_pad->numPad(), event);
        return;
    }
    QWidget::keyPressEvent(event);
}

/// The keys that the pad takes for itself count as well.
bool PayPage::eventFilter(QObject *watched, QEvent *event)
{
    // Those that it leaves come to keyPressEvent() and are counted there.
    const auto *press = event->type() == QEvent::KeyPress ? static_cast<const QKeyEvent *>(event) : nullptr;
    if (press && press->key() >= Qt::Key_0 && press->key() <= Qt::Key_9)
        m_burst.key(*press);
    return QWidget::eventFilter(watched, event);
}

} // namespace foyer
