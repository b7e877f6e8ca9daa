#include "ui/shift/cashpanel.h"

#include "ui/format.h"
#include "ui/retranslation.h"
#include "ui/theme/stylesheet.h"
#include "ui/widgets/numpad.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

namespace foyer {
namespace {

constexpr int CashPanelWidth = 460;
constexpr int LongestReason = 200;

} // namespace

CashPanel::CashPanel(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new QLabel(this))
    , m_words(new QLabel(this))
    , m_amount(new QLabel(this))
    , m_reasonLabel(new QLabel(this))
    , m_reason(new QLineEdit(this))
    , m_padPlace(new QWidget(this))
    , m_go(makeButton(QString(), ButtonRole::Primary, this))
    , m_leave(makeButton(QString(), ButtonRole::Secondary, this))
{
    setMaximumWidth(CashPanelWidth);
    setTextRole(m_title, TypeRole::Section);
    setTextRole(m_amount, TypeRole::Total);
    setTone(m_words, Tone::Muted);
    m_words->setWordWrap(true);
    m_amount->setObjectName(QStringLiteral("cashAmount"));
    m_reason->setObjectName(QStringLiteral("cashReason"));
    m_reason->setMaxLength(LongestReason);
    m_reason->setMinimumHeight(measure::Touch);
    m_reasonLabel->setBuddy(m_reason);
    m_go->setObjectName(QStringLiteral("cashGo"));
    m_leave->setObjectName(QStringLiteral("cashLeave"));
    auto *padLayout = new QVBoxLayout(m_padPlace);
    padLayout->setContentsMargins(0, 0, 0, 0);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_leave);
    foot->addStretch(1);
    foot->addWidget(m_go);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::Small);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_title, m_words, m_amount, m_padPlace, m_reasonLabel, m_reason})
        layout->addWidget(widget);
    layout->addLayout(foot);
    layout->addStretch(1);
    say(this, [this] { retranslate(); });
    connect(m_go, &QPushButton::clicked, this, &CashPanel::submit);
    connect(m_leave, &QPushButton::clicked, this, &CashPanel::left);
    connect(m_reason, &QLineEdit::textChanged, this, &CashPanel::refresh);
    connect(m_reason, &QLineEdit::returnPressed, this, [this] {
        if (m_go->isEnabled())
            submit();
    });
}

void CashPanel::askFloat(Currency currency)
{
    ask(std::nullopt, currency);
}

void CashPanel::askMove(CashMoveKind kind, Currency currency)
{
    ask(kind, currency);
}

void CashPanel::ask(std::optional<CashMoveKind> kind, Currency currency)
{
    m_kind = kind;
    delete m_pad;
    m_pad = new NumPad(m_theme, currency, m_padPlace);
    m_padPlace->layout()->addWidget(m_pad);
    connect(m_pad, &NumPad::amountChanged, this, &CashPanel::refresh);
    const bool isNoSale = kind == CashMoveKind::NoSale;
    m_padPlace->setVisible(!isNoSale);
    m_amount->setVisible(!isNoSale);
    m_reason->clear();
    m_reason->setVisible(kind.has_value());
    m_reasonLabel->setVisible(kind.has_value());
    m_leave->setVisible(kind.has_value());
    setTabOrder(m_pad, m_reason);
    setTabOrder(m_reason, m_leave);
    setTabOrder(m_leave, m_go);
    setBusy(false);
    retranslate();
    m_pad->show(); // what is added to a panel on the screen is hidden until later, and takes no focus
    isNoSale ? m_reason->setFocus() : m_pad->setFocus();
}

void CashPanel::retranslate()
{
    m_leave->setText(tr("Back   Esc"));
    m_reasonLabel->setText(tr("Reason"));
    m_reason->setAccessibleName(tr("Reason"));
    if (!m_kind) {
        m_title->setText(tr("Open a shift"));
        m_words->setText(tr("Type the float: the cash that lies in the drawer before the first sale. It may be zero."));
        m_go->setText(tr("Open the shift"));
    } else if (*m_kind == CashMoveKind::PaidIn) {
        m_title->setText(tr("Pay cash in"));
        m_words->setText(tr("Cash that comes into the drawer without a sale, such as change from the bank."));
        m_go->setText(tr("Pay in"));
    } else if (*m_kind == CashMoveKind::PaidOut) {
        m_title->setText(tr("Pay cash out"));
        m_words->setText(tr("Cash that leaves the drawer without a refund, such as for an errand. Keep the receipt."));
        m_go->setText(tr("Pay out"));
    } else {
        m_title->setText(tr("Open the drawer without a sale"));
        m_words->setText(tr("Nothing is booked, but the report counts it with your name and the reason."));
        m_go->setText(tr("Open the drawer"));
    }
    refresh();
}

void CashPanel::refresh()
{
    if (!m_pad)
        return;
    m_amount->setText(formatMoney(m_pad->amount(), MoneySign::Show));
    const bool needsAmount = m_kind && *m_kind != CashMoveKind::NoSale;
    m_go->setEnabled(!m_kind || ((!needsAmount || m_pad->amount().isPositive()) && !m_reason->text().trimmed().isEmpty()));
}

void CashPanel::setBusy(bool busy)
{
    for (QWidget *widget : std::initializer_list<QWidget *>{m_padPlace, m_reason, m_leave, m_go})
        widget->setEnabled(!busy);
    if (!busy)
        refresh();
}

void CashPanel::submit()
{
    setBusy(true);
    if (m_kind)
        Q_EMIT moveWanted(*m_kind, m_pad->amount(), m_reason->text().trimmed());
    else
        Q_EMIT floatGiven(m_pad->amount());
}

/// Enter goes on: from the amount to the reason, or opens the shift. A float of nothing is pressed, not typed past.
void CashPanel::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !event->isAutoRepeat();
    if (!isEnter || m_reason->hasFocus() || !m_pad->amount().isPositive())
        return QWidget::keyPressEvent(event);
    if (m_kind && m_reason->text().trimmed().isEmpty())
        m_reason->setFocus();
    else if (m_go->isEnabled())
        submit();
}

} // namespace foyer
