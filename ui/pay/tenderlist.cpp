#include "ui/pay/tenderlist.h"

#include "ui/format.h"
#include "ui/retranslation.h"
#include "ui/theme/stylesheet.h"
#include "ui/theme/theme.h"

#include <QtCore/QCoreApplication>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>

namespace foyer {
namespace {

Tone toneOf(const Payment &payment)
{
    switch (payment.state) {
    case PaymentState::Captured:
        return Tone::Good;
    case PaymentState::Declined:
    case PaymentState::Failed:
        return Tone::Bad;
    case PaymentState::Unknown:
        return Tone::Warn;
    case PaymentState::Created:
    case PaymentState::Sent:
        break;
    }
    return Tone::Muted;
}

QString withReason(const QString &state, const QString &reason)
{
    return reason.isEmpty() ? state : QCoreApplication::translate("Tender", "%1: %2").arg(state, reason);
}

QString refundText(const Payment &payment)
{
    if (payment.state == PaymentState::Captured)
        return QCoreApplication::translate("Tender", "given back");
    if (payment.isLive())
        return payment.isByHand() ? QCoreApplication::translate("Tender", "to be given back on the card machine")
                                  : QCoreApplication::translate("Tender", "is being given back…");
    return withReason(QCoreApplication::translate("Tender", "could not be given back"), payment.message);
}

QString nameText(const Payment &payment)
{
    return payment.kind == PaymentKind::Refund ? QCoreApplication::translate("Tender", "%1, back").arg(tenderText(payment.tender)) : tenderText(payment.tender);
}

} // namespace

QString tenderText(Tender tender)
{
    switch (tender) {
    case Tender::Cash:
        return QCoreApplication::translate("Tender", "Cash");
    case Tender::Card:
        return QCoreApplication::translate("Tender", "Card");
    case Tender::Wallet:
        return QCoreApplication::translate("Tender", "Wallet");
    case Tender::GiftCard:
        return QCoreApplication::translate("Tender", "Gift card");
    }
    Q_UNREACHABLE();
}

QString stateText(const Payment &payment)
{
    if (payment.kind == PaymentKind::Refund)
        return refundText(payment);
    switch (payment.state) {
    case PaymentState::Created:
    case PaymentState::Sent:
        return payment.isByHand() ? QCoreApplication::translate("Tender", "on the card machine…") : QCoreApplication::translate("Tender", "asking the card…");
    case PaymentState::Captured:
        return payment.tender == Tender::Cash ? QCoreApplication::translate("Tender", "received")
                                              : QCoreApplication::translate("Tender", "paid");
    case PaymentState::Declined:
        return withReason(QCoreApplication::translate("Tender", "declined"), payment.message);
    case PaymentState::Failed:
        return withReason(QCoreApplication::translate("Tender", "did not work"), payment.message);
    case PaymentState::Unknown:
        return payment.isByHand() ? QCoreApplication::translate("Tender", "nobody knows yet; a supervisor settles it")
                                  : QCoreApplication::translate("Tender", "no answer yet, asking again…");
    }
    Q_UNREACHABLE();
}

TenderList::TenderList(QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    say(this, [this] { setAccessibleName(QCoreApplication::translate("Tender", "Payments")); });
    setPayments({});
}

void TenderList::setPayments(const std::vector<Payment> &payments)
{
    m_rows = new QWidget;
    m_grid = new QGridLayout(m_rows);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(space::Large);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnStretch(0, 1);
    QStringList spoken;
    for (const Payment &payment : payments) {
        addRow(payment);
        spoken << nameText(payment) + u' ' + formatMoney(payment.amount, MoneySign::Show) + QStringLiteral(", ") + stateText(payment);
    }
    m_grid->setRowStretch(m_grid->rowCount(), 1);
    setWidget(m_rows); // deletes the rows before
    m_rows->setAutoFillBackground(false);
    setAccessibleDescription(spoken.join(QStringLiteral("; ")));
}

void TenderList::addRow(const Payment &payment)
{
    const int row = m_grid->rowCount();
    auto *name = new QLabel(nameText(payment), m_rows);
    setTextRole(name, TypeRole::Strong);
    auto *state = new QLabel(stateText(payment), m_rows);
    state->setTextFormat(Qt::PlainText);
    state->setWordWrap(true);
    setTone(state, toneOf(payment));
    const bool counts = payment.state == PaymentState::Captured || payment.isLive();
    const Money signedAmount = payment.kind == PaymentKind::Refund ? -payment.amount : payment.amount;
    auto *amount = new QLabel(formatMoney(signedAmount), m_rows);
    setTextRole(amount, TypeRole::Strong);
    if (!counts)
        setTone(amount, Tone::Muted);
    m_grid->addWidget(name, row, 0);
    m_grid->addWidget(amount, row, 1, Qt::AlignRight);
    m_grid->addWidget(state, row + 1, 0, 1, 2);
    m_grid->setRowMinimumHeight(row + 2, space::Medium);
}

} // namespace foyer
