#include "ui/pay/givebackside.h"

#include "ui/format.h"
#include "ui/retranslation.h"
#include "ui/theme/stylesheet.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace foyer {
namespace {

QString refundSentence(const Payment &refund)
{
    const QString amount = formatMoney(refund.amount, MoneySign::Show);
    if (isStored(refund.tender))
        return refund.tender == Tender::Wallet ? GiveBackSide::tr("%1 went back into the wallet.").arg(amount) : GiveBackSide::tr("%1 went back onto the gift card.").arg(amount);
    if (refund.state == PaymentState::Captured)
        return GiveBackSide::tr("%1 went back to the card.").arg(amount);
    if (!refund.isLive())
        return GiveBackSide::tr("%1 could not be given back to the card. Tell a supervisor.").arg(amount);
    return refund.isByHand() ? GiveBackSide::tr("%1 is to be given back on the card machine.").arg(amount)
                             : GiveBackSide::tr("%1 goes back to the card by itself.").arg(amount);
}

} // namespace

GiveBackSide::GiveBackSide(QWidget *parent)
    : QWidget(parent)
    , m_words(new QLabel(this))
    , m_cash(new QLabel(this))
    , m_detail(new QLabel(this))
    , m_refund(makeButton(QString(), ButtonRole::Primary, this))
    , m_next(makeButton(QString(), ButtonRole::Pay, this))
{
    setTextRole(m_words, TypeRole::Section);
    setTextRole(m_cash, TypeRole::Verdict);
    m_cash->setObjectName(QStringLiteral("giveBack"));
    m_detail->setObjectName(QStringLiteral("giveBackDetail"));
    m_detail->setWordWrap(true);
    m_refund->setObjectName(QStringLiteral("refundByHand"));
    m_next->setObjectName(QStringLiteral("next"));
    say(this, [this] {
        m_words->setText(tr("Give back in cash"));
        m_refund->setText(tr("Give back on the card machine"));
        m_next->setText(tr("Next customer   ⏎"));
        m_next->setAccessibleName(tr("Next customer"));
    });
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(1);
    layout->addWidget(m_words);
    layout->addWidget(m_cash);
    layout->addWidget(m_detail);
    layout->addWidget(m_refund);
    layout->addSpacing(space::Huge);
    layout->addWidget(m_next);
    layout->addStretch(2);
    connect(m_next, &QPushButton::clicked, this, &GiveBackSide::next);
    connect(m_refund, &QPushButton::clicked, this, [this] {
        if (m_open)
            Q_EMIT refundWanted(*m_open);
    });
}

void GiveBackSide::setState(const CheckoutState &state)
{
    Money cash = Money::zero(state.reservation.currency);
    QStringList details;
    m_open.reset();
    for (const Payment &payment : state.payments) {
        if (payment.kind != PaymentKind::Refund)
            continue;
        if (payment.tender == Tender::Cash) {
            cash += payment.amount;
            continue;
        }
        details << refundSentence(payment);
        if (payment.isByHand() && payment.isLive())
            m_open = payment;
    }
    if (const Payment *live = state.live())
        details << (live->isByHand() ? tr("If the card was charged after all, a supervisor gives that back, too.")
                                     : tr("If the card is charged after all, that goes back by itself, too."));
    details << tr("The places are free again.");
    m_words->setVisible(cash.isPositive());
    m_cash->setVisible(cash.isPositive());
    m_cash->setText(formatMoney(cash, MoneySign::Show));
    m_detail->setText(details.join(u'\n'));
    m_refund->setVisible(m_open.has_value());
}

} // namespace foyer
