#include "ui/sell/discountpanel.h"

#include "core/domain/errortext.h"
#include "ui/frame/keyhelp.h"
#include "ui/sell/discounttext.h"
#include "ui/theme/stylesheet.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>

namespace foyer {

DiscountPanel::DiscountPanel(Cart &cart, QWidget *parent)
    : SidePanel({"discounts", "closeDiscounts"}, parent)
    , m_cart(cart)
    , m_code(new QLineEdit(this))
    , m_enter(makeButton(QString(), ButtonRole::Primary, this))
    , m_takeOff(makeButton(QString(), ButtonRole::Secondary, this))
    , m_hint(new QLabel(this))
    , m_value(new QLineEdit(this))
    , m_for(new QComboBox(this))
    , m_reason(new QLineEdit(this))
    , m_fault(new QLabel(this))
    , m_give(makeButton(QString(), ButtonRole::Secondary, this))
{
    m_code->setObjectName(QStringLiteral("promoCode"));
    m_enter->setObjectName(QStringLiteral("enterCode"));
    m_takeOff->setObjectName(QStringLiteral("takeOffDiscount"));
    m_value->setObjectName(QStringLiteral("discountValue"));
    m_for->setObjectName(QStringLiteral("discountFor"));
    m_reason->setObjectName(QStringLiteral("discountReason"));
    m_fault->setObjectName(QStringLiteral("discountFault"));
    m_give->setObjectName(QStringLiteral("giveDiscount"));
    setTone(m_hint, Tone::Muted);
    setTone(m_fault, Tone::Bad);
    m_hint->setWordWrap(true);
    m_fault->setWordWrap(true);
    m_fault->hide();
    m_code->setMaxLength(80);
    m_value->setMaxLength(20);
    m_reason->setMaxLength(Discounts::MaxReasonLength);
    m_for->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_for->setMinimumContentsLength(6);
    auto *code = new QHBoxLayout;
    code->setSpacing(space::Small);
    code->addWidget(m_code, 1);
    code->addWidget(m_enter);
    auto *byHand = new QHBoxLayout;
    byHand->setSpacing(space::Small);
    byHand->addWidget(m_value, 2);
    byHand->addWidget(m_for, 3);
    column()->addLayout(code);
    column()->addWidget(m_fault);
    column()->addWidget(list(), 1);
    column()->addWidget(m_takeOff);
    column()->addWidget(m_hint);
    column()->addLayout(byHand);
    column()->addWidget(m_reason);
    column()->addWidget(m_give);
    for (QWidget *next = m_code; QWidget *field : std::initializer_list<QWidget *>{m_enter, list(), m_takeOff, m_value, m_for, m_reason, m_give}) {
        setTabOrder(next, field);
        next = field;
    }

    connect(m_enter, &QPushButton::clicked, this, &DiscountPanel::enterCode);
    connect(m_give, &QPushButton::clicked, this, &DiscountPanel::give);
    connect(m_takeOff, &QPushButton::clicked, this, &DiscountPanel::takeOff);
    connect(list(), &QListWidget::currentRowChanged, this, [this](int row) { m_takeOff->setEnabled(row >= 0); });
    for (QLineEdit *field : {m_code, m_value, m_reason})
        connect(field, &QLineEdit::textEdited, this, &DiscountPanel::refreshLines);
    connect(&m_cart, &Cart::changed, this, [this] {
        m_fault->hide();
        refresh();
    });
    connect(&m_cart, &Cart::refused, this, [this](const Error &error) { tellFault(sentence(error)); });
    describeKeys(m_code, {{QT_TRANSLATE_NOOP("Keys", "Enter"), QT_TRANSLATE_NOOP("Keys", "use the typed promo code; on a row of the list, take it off")}});
    retranslate();
}

void DiscountPanel::retranslate()
{
    setTitle(tr("Discounts"), tr("Close"), tr("Close the discounts"));
    m_code->setPlaceholderText(tr("Promo code"));
    m_code->setAccessibleName(tr("Promo code"));
    m_enter->setText(tr("Use"));
    m_enter->setAccessibleName(tr("Use the promo code"));
    list()->setAccessibleName(tr("Discounts of the cart"));
    m_takeOff->setText(tr("Take it off the cart"));
    m_hint->setText(tr("Without a code: how much, for what, and why."));
    m_value->setPlaceholderText(tr("5 or 10 %"));
    m_value->setAccessibleName(tr("Discount without a code: an amount or a percentage"));
    m_for->setAccessibleName(tr("What the discount is for"));
    m_reason->setPlaceholderText(tr("Reason"));
    m_reason->setAccessibleName(tr("Reason of the discount"));
    m_give->setText(tr("Give discount"));
    refresh();
}

void DiscountPanel::open()
{
    for (QLineEdit *field : {m_code, m_value, m_reason})
        field->clear();
    m_fault->hide();
    refresh();
    m_code->setFocus(Qt::OtherFocusReason);
}

void DiscountPanel::refresh()
{
    const int row = list()->currentRow();
    list()->clear();
    for (const Discount &discount : m_cart.reservation().discounts)
        addRow(discountName(discount) + u'\n' + discountAmount(discount));
    for (const QString &code : m_cart.waitingCodes())
        addRow(code + u'\n' + tr("waits for its tickets"));
    list()->setCurrentRow(row < 0 ? list()->count() - 1 : std::min(row, list()->count() - 1));
    list()->setEnabled(list()->count() > 0);
    m_takeOff->setEnabled(list()->currentRow() >= 0);

    const QVariant chosen = m_for->currentData();
    m_for->clear();
    m_for->addItem(tr("Whole cart"), QVariant::fromValue(QUuid()));
    for (const ReservationLine &line : m_cart.reservation().lines)
        m_for->addItem(QStringLiteral("%1 · %2").arg(line.seatLabel ? line.seatLabel->spoken() : line.ticketTypeName, line.eventName), QVariant::fromValue(line.id.uuid()));
    m_for->setCurrentIndex(std::max(0, m_for->findData(chosen)));
    refreshLines();
}

/// What can be pressed now.
void DiscountPanel::refreshLines()
{
    m_enter->setEnabled(!m_code->text().trimmed().isEmpty());
    const bool hasCart = !m_cart.isEmpty();
    for (QWidget *field : std::initializer_list<QWidget *>{m_value, m_for, m_reason})
        field->setEnabled(hasCart);
    m_give->setEnabled(hasCart && !m_value->text().trimmed().isEmpty() && !m_reason->text().trimmed().isEmpty());
}

void DiscountPanel::enterCode()
{
    const QString code = m_code->text().trimmed();
    if (code.isEmpty() || m_cart.isBusy())
        return;
    m_fault->hide();
    m_code->clear();
    refreshLines();
    m_cart.enterCode(code);
}

void DiscountPanel::give()
{
    const auto typed = readDiscount(m_value->text(), m_cart.reservation().currency);
    if (!typed)
        return tellFault(sentence(typed.error()));
    const GivenDiscount given{m_cart.reservation().id, ReservationLineId(m_for->currentData().toUuid()), typed->kind, typed->value, m_reason->text()};
    m_value->clear();
    m_reason->clear();
    m_fault->hide();
    refreshLines();
    Q_EMIT wanted(given);
}

void DiscountPanel::takeOff()
{
    const int row = list()->currentRow();
    const auto &discounts = m_cart.reservation().discounts;
    if (row < 0 || m_cart.isBusy())
        return;
    if (row < int(discounts.size()))
        m_cart.takeOff(discounts[size_t(row)].id);
    else
        m_cart.dropWaitingCode(m_cart.waitingCodes().value(row - int(discounts.size())));
}

void DiscountPanel::tellFault(const QString &text)
{
    m_fault->setText(text);
    m_fault->show();
}

void DiscountPanel::keyPressEvent(QKeyEvent *event)
{
    const auto *field = qobject_cast<QLineEdit *>(focusWidget());
    if (!isEnter(event) || !field)
        return SidePanel::keyPressEvent(event);
    if (field == m_code)
        enterCode();
    else if (m_give->isEnabled())
        give();
}

} // namespace foyer
