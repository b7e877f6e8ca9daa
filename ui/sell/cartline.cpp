#include "ui/sell/cartline.h"

#include "ui/format.h"
#include "ui/theme/icons.h"
#include "ui/theme/stylesheet.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>

namespace foyer {

CartLine::CartLine(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_what(makeButton(QString(), ButtonRole::Quiet, this))
    , m_menu(new QMenu(this))
    , m_amount(new QLabel(this))
    , m_remove(makeButton(QString(), ButtonRole::Quiet, this))
{
    m_what->setProperty("line", true);
    m_what->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_amount->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_remove->setProperty("key", true);
    m_remove->setFixedSize(measure::Touch, measure::Touch);
    const auto dress = [this, &theme] { m_remove->setIcon(icon(IconName::Close, theme, 20)); };
    connect(&theme, &Theme::changed, this, dress);
    dress();

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::Tiny);
    layout->addWidget(m_what, 1);
    layout->addWidget(m_amount);
    layout->addWidget(m_remove);
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT removed(m_ids); });
}

void CartLine::setLines(const std::vector<ReservationLine> &lines, const TicketType *type)
{
    m_ids.clear();
    int places = 0;
    Money total = Money::zero(lines.front().unitPrice.currency());
    Money discount = total;
    for (const ReservationLine &line : lines) {
        m_ids.push_back(line.id);
        places += line.quantity;
        total += line.price();
        discount += line.discount;
    }
    const ReservationLine &line = lines.front();
    const QString name = line.seatLabel ? line.seatLabel->spoken() : QStringLiteral("%1 × %2").arg(places).arg(line.ticketTypeName);
    const bool choice = type && type->priceLevels.size() > 1;
    m_what->setText(name + u'\n' + line.priceLevelName + (choice ? QStringLiteral(" ▾") : QString()));
    m_what->setToolTip(QStringLiteral("%1 · %2").arg(name, line.ticketTypeName));
    m_what->setAccessibleName(choice ? tr("%1, %2: choose another price").arg(name, line.priceLevelName) : name + QStringLiteral(", ") + line.priceLevelName);
    m_what->setFocusPolicy(choice ? Qt::StrongFocus : Qt::NoFocus);
    m_what->setAttribute(Qt::WA_TransparentForMouseEvents, !choice);
    m_amount->setText(discount.isPositive() ? formatMoney(total) + u'\n' + formatMoney(-discount) : formatMoney(total));
    m_remove->setAccessibleName(tr("Give back %1").arg(name));
    m_remove->setToolTip(m_remove->accessibleName());
    fillMenu(choice ? type : nullptr, line.priceLevel);
}

void CartLine::fillMenu(const TicketType *type, PriceLevelId current)
{
    m_menu->clear();
    m_what->setMenu(type ? m_menu : nullptr);
    if (!type)
        return;
    for (const PriceLevel &level : type->priceLevels) {
        QAction *action = m_menu->addAction(QStringLiteral("%1  %2").arg(level.name, formatMoney(level.price, MoneySign::Show)));
        action->setCheckable(true);
        action->setChecked(level.id == current);
        connect(action, &QAction::triggered, this, [this, id = level.id] { Q_EMIT levelChosen(m_ids, id); });
    }
}

} // namespace foyer
