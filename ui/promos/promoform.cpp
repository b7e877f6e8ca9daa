#include "ui/promos/promoform.h"

#include "ui/format.h"
#include "ui/promos/promotext.h"
#include "ui/retranslation.h"
#include "ui/theme/stylesheet.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

namespace foyer {

PromoForm::PromoForm(Backend &backend, WhoAsks actor, QWidget *parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_actor(std::move(actor))
    , m_code(addField("newPromo"))
    , m_discount(addField("promoDiscount"))
    , m_floor(addField("promoFloor"))
    , m_from(addField("promoFrom"))
    , m_until(addField("promoUntil"))
    , m_uses(addField("promoUses"))
    , m_each(addField("promoEach"))
    , m_event(addChoice("promoEvent"))
    , m_type(addChoice("promoType"))
    , m_perTicket(new QCheckBox(this))
    , m_alone(new QCheckBox(this))
    , m_make(makeButton(QString(), ButtonRole::Primary, this))
{
    m_perTicket->setObjectName(QStringLiteral("promoPerTicket"));
    m_alone->setObjectName(QStringLiteral("promoAlone"));
    m_make->setObjectName(QStringLiteral("makePromo"));
    for (QCheckBox *box : {m_perTicket, m_alone})
        box->setMinimumHeight(measure::Touch);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(space::Small);
    const std::initializer_list<QWidget *> cells{m_code, m_discount, m_floor, m_event, m_type, m_uses, m_from, m_until, m_each};
    int cell = 0;
    for (QWidget *widget : cells) {
        grid->addWidget(widget, cell / 3, cell % 3);
        ++cell;
    }
    for (int column = 0; column < 3; ++column)
        grid->setColumnStretch(column, 1);
    grid->addWidget(m_perTicket, 3, 0, 1, 2);
    grid->addWidget(m_make, 3, 2);
    grid->addWidget(m_alone, 4, 0, 1, 3);
    for (QLineEdit *edit : findChildren<QLineEdit *>())
        connect(edit, &QLineEdit::returnPressed, this, &PromoForm::make);
    connect(m_event, &QComboBox::currentIndexChanged, this, &PromoForm::listTypes);
    connect(m_make, &QPushButton::clicked, this, &PromoForm::make);
    say(this, [this] { retranslate(); });
}

QLineEdit *PromoForm::addField(const char *name)
{
    auto *edit = new QLineEdit(this);
    edit->setObjectName(QLatin1String(name));
    edit->setMinimumHeight(measure::Touch);
    return edit;
}

/// As narrow as its place, whatever the longest name.
QComboBox *PromoForm::addChoice(const char *name)
{
    auto *choice = new QComboBox(this);
    choice->setObjectName(QLatin1String(name));
    choice->setMinimumHeight(measure::Touch);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(12);
    return choice;
}

void PromoForm::retranslate()
{
    const auto name = [](QLineEdit *edit, const QString &text) {
        edit->setPlaceholderText(text);
        edit->setAccessibleName(text);
    };
    name(m_code, tr("Code"));
    name(m_discount, tr("5 or 10 %"));
    name(m_floor, tr("No ticket below, or empty"));
    name(m_from, tr("First day, or empty"));
    name(m_until, tr("Last day, or empty"));
    name(m_uses, tr("Uses in all, or empty"));
    name(m_each, tr("Each customer, or empty"));
    m_event->setAccessibleName(tr("Event that the code is for"));
    m_type->setAccessibleName(tr("Ticket type that the code is for"));
    m_perTicket->setText(tr("Take the amount off each ticket, not off the order"));
    m_alone->setText(tr("Not together with other codes"));
    m_make->setText(tr("Make the code"));
    listEvents(std::vector<Event>(m_events));
}

void PromoForm::reload()
{
    m_backend.run(this, [](Desk &desk) -> Result<std::vector<Event>> {
        const auto now = desk.office.now();
        if (!now)
            return fail(now.error());
        EventFilter coming;
        coming.from = *now;
        return desk.office.catalogue().events(coming);
    }, [this](const Result<std::vector<Event>> &events) {
        if (events)
            listEvents(*events);
        else
            Q_EMIT failed(events.error());
    });
}

void PromoForm::listEvents(const std::vector<Event> &events)
{
    const EventId kept = m_event->currentIndex() > 0 ? m_events[size_t(m_event->currentIndex() - 1)].id : EventId();
    m_events = events;
    const QSignalBlocker quiet(m_event);
    m_event->clear();
    m_event->addItem(tr("All events"));
    for (const Event &event : m_events) {
        m_event->addItem(tr("%1, %2", "event, when").arg(event.name, formatMoment(QDateTime::fromMSecsSinceEpoch(event.startsAt.ms))));
        if (event.id == kept)
            m_event->setCurrentIndex(m_event->count() - 1);
    }
    listTypes();
}

/// Types belong to an event: of all events a code takes them all.
void PromoForm::listTypes()
{
    m_type->clear();
    m_type->addItem(tr("All ticket types"));
    const int event = m_event->currentIndex() - 1;
    if (event >= 0)
        for (const TicketType &type : m_events[size_t(event)].ticketTypes)
            m_type->addItem(type.name);
    m_type->setEnabled(event >= 0);
}

void PromoForm::clear()
{
    for (QLineEdit *edit : findChildren<QLineEdit *>())
        edit->clear();
    m_perTicket->setChecked(false);
    m_alone->setChecked(false);
    m_event->setCurrentIndex(0);
}

void PromoForm::make()
{
    TypedPromo typed{m_discount->text(), m_uses->text(), m_each->text(), m_until->text(), m_perTicket->isChecked()};
    typed.floor = m_floor->text();
    typed.from = m_from->text();
    typed.isAlone = m_alone->isChecked();
    if (const int event = m_event->currentIndex() - 1; event >= 0) {
        const Event &chosen = m_events[size_t(event)];
        const int type = m_type->currentIndex() - 1;
        typed.scope = {{chosen.id, type >= 0 ? chosen.ticketTypes[size_t(type)].id : TicketTypeId()}};
    }
    Q_EMIT pressed();
    if (m_make->hasFocus())
        m_code->setFocus(Qt::OtherFocusReason); // a button that is disabled passes the keys on to anybody
    m_make->setEnabled(false); // once
    m_backend.run(this, [actor = m_actor(), code = m_code->text(), typed](Desk &desk) -> Result<PromoCode> {
        const auto venues = desk.office.catalogue().venues();
        if (!venues)
            return fail(venues.error());
        const Venue house = venues->empty() ? Venue() : venues->front();
        const auto terms = readPromo(typed, house.currency, house.timeZone);
        return terms ? desk.office.promos().add(actor, code, *terms) : fail(terms.error());
    }, [this](const Result<PromoCode> &code) {
        m_make->setEnabled(true);
        if (!code)
            return Q_EMIT failed(code.error());
        clear();
        Q_EMIT made(*code);
    });
}

} // namespace foyer
