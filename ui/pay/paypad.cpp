#include "ui/pay/paypad.h"

#include "ui/format.h"
#include "ui/pay/cashnotes.h"
#include "ui/retranslation.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/theme/stylesheet.h"
#include "ui/widgets/numpad.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace foyer {
namespace {

constexpr size_t QuickButtons = 4; ///< the exact amount and three of notes

} // namespace

PayPad::PayPad(const Theme &theme, bool testCards, QWidget *parent)
    : QWidget(parent)
    , m_pad(new NumPad(theme, Currency(), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::Small);
    layout->addWidget(makeDisplay());
    layout->addWidget(makeQuickRow());
    layout->addWidget(m_pad);
    layout->addWidget(makeButtons());
    auto *below = new QHBoxLayout;
    below->setContentsMargins(space::Small, 0, space::Small, 0);
    below->addWidget(m_wallet, 1);
    layout->addLayout(below);
    if (testCards)
        layout->addWidget(makeTestCards());
    layout->addStretch();
    setTabOrder(m_pad, m_cash);
    connect(m_pad, &NumPad::amountChanged, this, &PayPad::refresh);
    say(this, [this] {
        m_pad->setAccessibleName(tr("Amount given"));
        refreshNotes();
        refresh();
    });
}

QWidget *PayPad::makeDisplay()
{
    auto *display = new QWidget(this);
    auto *line = new QHBoxLayout(display);
    line->setContentsMargins(space::Small, 0, space::Small, 0);
    auto *label = new QLabel(display);
    say(label, [label] { label->setText(tr("Given")); });
    setTone(label, Tone::Muted);
    m_given = new QLabel(display);
    setTextRole(m_given, TypeRole::Total);
    m_changeLabel = new QLabel(display);
    setTextRole(m_changeLabel, TypeRole::Strong);
    m_change = new QLabel(display);
    setTextRole(m_change, TypeRole::Total);
    line->addWidget(label);
    line->addWidget(m_given);
    line->addStretch();
    line->addWidget(m_changeLabel);
    line->addWidget(m_change);
    return display;
}

QWidget *PayPad::makeQuickRow()
{
    auto *row = new QWidget(this);
    m_quick = new QHBoxLayout(row);
    m_quick->setContentsMargins(space::Small, 0, space::Small, 0);
    m_quick->setSpacing(space::Small);
    for (size_t i = 0; i < QuickButtons; ++i) {
        QPushButton *note = makeButton(QString(), ButtonRole::Secondary, row);
        setTextRole(note, TypeRole::Strong);
        note->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        m_quick->addWidget(note, 1);
        m_notes.push_back(note);
        connect(note, &QPushButton::clicked, this, [this, i] {
            const Money given = i == 0 ? m_due : likelyNotes(m_due).at(i - 1);
            Q_EMIT cashPressed(given);
        });
    }
    return row;
}

QWidget *PayPad::makeButtons()
{
    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(space::Small, 0, space::Small, 0);
    line->setSpacing(space::Huge); // one is not to be hit for the other
    m_cash = makeButton(QString(), ButtonRole::Pay, row);
    m_cash->setObjectName(QStringLiteral("cash"));
    m_card = makeButton(QString(), ButtonRole::Pay, row);
    m_card->setObjectName(QStringLiteral("card"));
    for (QPushButton *button : {m_cash, m_card}) {
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        line->addWidget(button, 1);
    }
    connect(m_cash, &QPushButton::clicked, this, &PayPad::pressCash);
    connect(m_card, &QPushButton::clicked, this, &PayPad::pressCard);
    m_wallet = makeButton(QString(), ButtonRole::Secondary, this);
    m_wallet->setObjectName(QStringLiteral("wallet"));
    connect(m_wallet, &QPushButton::clicked, this, &PayPad::pressWallet);
    return row;
}

QWidget *PayPad::makeTestCards()
{
    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(space::Small, 0, space::Small, 0);
    auto *label = new QLabel(row);
    setTone(label, Tone::Muted);
    m_testCard = new QComboBox(row);
    m_testCard->setObjectName(QStringLiteral("testCard"));
    for (const QString &token : {QString(), QStringLiteral("card_error"), QStringLiteral("payment_error"), QStringLiteral("late_answer")})
        m_testCard->addItem(QString(), token);
    say(row, [this, label] {
        label->setText(tr("Test card"));
        m_testCard->setAccessibleName(label->text());
        m_testCard->setItemText(0, tr("is approved"));
        m_testCard->setItemText(1, tr("is declined"));
        m_testCard->setItemText(2, tr("fails"));
        m_testCard->setItemText(3, tr("answers too late"));
    });
    label->setBuddy(m_testCard);
    line->addWidget(label);
    line->addWidget(m_testCard, 1);
    return row;
}

void PayPad::setDue(Money due)
{
    m_due = due;
    m_pad->setAmount(Money::zero(due.currency()));
    refreshNotes();
    refresh();
}

void PayPad::setPayable(bool byCash, bool byCard)
{
    m_takesCash = byCash;
    m_takesCards = byCard;
    refresh();
}

Money PayPad::typed() const
{
    return m_pad->amount();
}

/// Typed, or all that is due.
Money PayPad::wanted() const
{
    return typed().isPositive() ? typed() : m_due;
}

void PayPad::pressCash()
{
    if (m_takesCash)
        Q_EMIT cashPressed(wanted());
}

void PayPad::pressCard()
{
    if (m_takesCards)
        Q_EMIT cardPressed(wanted(), m_testCard ? m_testCard->currentData().toString() : QString());
}

void PayPad::pressWallet()
{
    if (m_takesCards)
        Q_EMIT walletPressed(std::min(wanted(), m_due));
}

void PayPad::refreshNotes()
{
    const std::vector<Money> notes = likelyNotes(m_due);
    for (size_t i = 0; i < m_notes.size(); ++i) {
        const bool exists = i == 0 || i <= notes.size();
        m_notes[i]->setVisible(exists);
        if (!exists) {
            m_notes[i]->setAccessibleName({}); // nothing of the last sale is left in it
            m_notes[i]->setToolTip({});
            continue;
        }
        const Money given = i == 0 ? m_due : notes[i - 1];
        m_notes[i]->setText(i == 0 ? formatMoney(given) : noteText(given));
        m_notes[i]->setAccessibleName(i == 0 ? tr("Cash, exactly %1").arg(formatMoney(given, MoneySign::Show))
                                             : tr("Cash %1, change %2").arg(formatMoney(given, MoneySign::Show), formatMoney(given - m_due, MoneySign::Show)));
        m_notes[i]->setToolTip(m_notes[i]->accessibleName());
    }
}

void PayPad::refresh()
{
    m_given->setText(formatMoney(typed()));
    setTone(m_given, typed().isPositive() ? Tone::Plain : Tone::Muted);
    const bool isTyped = typed().isPositive();
    const bool givesChange = isTyped && typed() > m_due;
    const bool isPart = isTyped && typed() < m_due;
    m_changeLabel->setText(givesChange ? tr("Change") : isPart ? tr("then still due") : QString());
    m_change->setText(givesChange ? formatMoney(typed() - m_due) : isPart ? formatMoney(m_due - typed()) : QString());
    setTone(m_change, givesChange ? Tone::Good : Tone::Muted);
    m_cash->setText(tr("Cash %1   F9").arg(formatMoney(std::min(wanted(), m_due))));
    m_card->setText(tr("Card %1   F10").arg(formatMoney(std::min(wanted(), m_due))));
    m_cash->setAccessibleName(tr("Take %1 in cash").arg(formatMoney(std::min(wanted(), m_due), MoneySign::Show)));
    m_card->setAccessibleName(tr("Charge %1 to a card").arg(formatMoney(std::min(wanted(), m_due), MoneySign::Show)));
    for (QPushButton *button : m_notes)
        button->setEnabled(m_takesCash);
    m_cash->setEnabled(m_takesCash);
    m_card->setEnabled(m_takesCards && !givesChange);
    m_wallet->setText(tr("Wallet or gift card   F11"));
    m_wallet->setEnabled(m_takesCards);
    m_card->setToolTip(givesChange ? tr("A card is never charged more than is due") : QString());
}

} // namespace foyer
