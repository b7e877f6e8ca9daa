#include "ui/pay/freeside.h"

#include "ui/exchange/exchangetext.h"
#include "ui/retranslation.h"
#include "ui/theme/stylesheet.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace foyer {

FreeSide::FreeSide(QWidget *parent) : QWidget(parent), m_words(new QLabel(this)), m_complete(makeButton(QString(), ButtonRole::Pay, this)), m_credit(makeButton(QString(), ButtonRole::Secondary, this))
{
    auto *layout = new QVBoxLayout(this);
    setTextRole(m_words, TypeRole::Section);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_complete->setObjectName(QStringLiteral("complete"));
    m_credit->setObjectName(QStringLiteral("creditInstead"));
    say(this, [this] { tell(); });
    layout->addStretch(1);
    layout->addWidget(m_words);
    layout->addSpacing(space::Huge);
    layout->addWidget(m_complete);
    layout->addSpacing(space::Medium);
    layout->addWidget(m_credit);
    layout->addStretch(2);
    connect(m_complete, &QPushButton::clicked, this, &FreeSide::completed);
    connect(m_credit, &QPushButton::clicked, this, &FreeSide::credited);
}

void FreeSide::setExchange(const std::optional<ExchangeInHand> &exchange, Money due)
{
    m_exchange = exchange;
    m_due = due;
    tell();
}

void FreeSide::tell()
{
    m_words->setText(m_exchange ? exchangeCreditText(*m_exchange) : tr("Nothing is to be paid for these places."));
    m_complete->setText(m_exchange ? exchangeVerbText(m_due) : tr("Complete   F9"));
    m_credit->setVisible(m_exchange && m_due.isNegative() && !m_exchange->customer.isNull());
    m_credit->setText(tr("As credit into the wallet of %1").arg(m_exchange ? m_exchange->customerName : QString()));
    m_complete->setAccessibleName(m_exchange ? m_complete->text() : tr("Complete the order without payment"));
}

} // namespace foyer
