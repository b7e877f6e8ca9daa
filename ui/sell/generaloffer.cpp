#include "ui/sell/generaloffer.h"

#include "ui/format.h"
#include "ui/frame/keyhelp.h"
#include "ui/retranslation.h"
#include "ui/theme/stylesheet.h"
#include "ui/widgets/placesbar.h"
#include "ui/widgets/stepper.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

namespace foyer {

GeneralOffer::GeneralOffer(const Theme &theme, QWidget *parent) : QScrollArea(parent), m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    describeKeys(this, {{"+  −", QT_TRANSLATE_NOOP("Keys", "beside a number: more, fewer")}});
    new Retranslation(this, [this] {
        for (const Counter &counter : m_counters)
            if (counter.number)
                counter.number->setText(placesText(counter.places));
    });
}

void GeneralOffer::open(const ListedEvent &event, bool isCompact)
{
    m_rows.clear();
    m_counters.clear();
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::Small);
    for (const TicketType &type : event.event.ticketTypes)
        if (type.admission == AdmissionKind::General)
            layout->addWidget(isCompact ? makeCompactType(type) : makeType(type));
    layout->addStretch();
    setWidget(page);
    page->setAutoFillBackground(false);
    updateGeometry();
}

QWidget *GeneralOffer::makeType(const TicketType &type)
{
    auto *panel = new QWidget;
    setPanel(panel);
    auto *name = new QLabel(type.name);
    setTextRole(name, TypeRole::Strong);
    auto *bar = new PlacesBar(m_theme);
    bar->setMaximumWidth(260);
    m_counters.push_back({type.id, bar, nullptr, {}});
    auto *head = new QHBoxLayout;
    head->addWidget(name, 1);
    head->addWidget(bar, 1);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(space::Medium, space::Small, space::Medium, space::Small);
    layout->setSpacing(space::Tiny);
    layout->addLayout(head);
    for (const PriceLevel &level : type.priceLevels)
        layout->addLayout(makeLevel(type, level));
    return panel;
}

QWidget *GeneralOffer::makeCompactType(const TicketType &type)
{
    auto *panel = new QWidget;
    setPanel(panel);
    auto *name = new QLabel(type.name);
    setTextRole(name, TypeRole::Strong);
    auto *number = new QLabel;
    setTone(number, Tone::Muted);
    m_counters.push_back({type.id, nullptr, number, {}});
    auto *head = new QVBoxLayout;
    head->setSpacing(0);
    head->addStretch();
    head->addWidget(name);
    head->addWidget(number);
    head->addStretch();
    auto *levels = new QVBoxLayout;
    levels->setSpacing(space::Tiny);
    for (const PriceLevel &level : type.priceLevels)
        levels->addLayout(makeLevel(type, level));
    auto *layout = new QHBoxLayout(panel);
    layout->setContentsMargins(space::Medium, space::Tiny, space::Medium, space::Tiny);
    layout->setSpacing(space::Huge);
    layout->addLayout(head);
    layout->addLayout(levels, 1);
    return panel;
}

QHBoxLayout *GeneralOffer::makeLevel(const TicketType &type, const PriceLevel &level)
{
    auto *name = new QLabel(level.name);
    auto *price = new QLabel;
    say(price, [price, amount = level.price] { price->setText(formatMoney(amount, MoneySign::Show)); });
    auto *stepper = new Stepper(QStringLiteral("%1, %2").arg(type.name, level.name));
    m_rows.push_back({type.id, level.id, type.maxPerOrder, stepper});
    auto *layout = new QHBoxLayout;
    layout->setSpacing(space::Large);
    layout->addWidget(name, 1);
    layout->addWidget(price);
    layout->addWidget(stepper);
    connect(stepper, &Stepper::valueChanged, this, [this, id = level.id](int quantity) { Q_EMIT quantityChosen(id, quantity); });
    return layout;
}

void GeneralOffer::refresh(const ListedEvent &event, const Cart &cart)
{
    for (Counter &counter : m_counters) {
        for (const TypeAvailability &type : event.availability.types)
            if (type.ticketType == counter.type) {
                const Places places{type.available(), type.capacity};
                if (counter.bar)
                    counter.bar->setPlaces(places);
                else
                    counter.number->setText(placesText(counter.places = places));
            }
    }
    if (cart.isBusy())
        return; // the finger is ahead of the database; the last answer sets the number
    for (const Row &row : m_rows) {
        const QSignalBlocker quiet(row.stepper);
        const int held = cart.quantity(row.level);
        row.stepper->setRange(0, std::min(row.maxPerOrder, held + event.available(row.type)));
        row.stepper->setValue(held);
    }
}

void GeneralOffer::focusFirst()
{
    if (!m_rows.empty())
        m_rows.front().stepper->setFocus(Qt::ShortcutFocusReason);
}

QSize GeneralOffer::sizeHint() const
{
    return {400, widget() ? widget()->sizeHint().height() : 0};
}

} // namespace foyer
