#include "ui/doors/grantform.h"

#include "core/domain/errortext.h"
#include "core/domain/seatlist.h"
#include "ui/backend/backend.h"
#include "ui/format.h"
#include "ui/retranslation.h"
#include "ui/theme/stylesheet.h"
#include "ui/widgets/stepper.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

namespace foyer {
namespace {

constexpr Milliseconds GrantsLookBack{std::chrono::hours(24)};
constexpr Milliseconds GrantsLookAhead{std::chrono::hours(7 * 24)}; // see DoorGrants: doors are told of no later events
constexpr int OfferedAtFirst = 10;
constexpr int GrantFieldWidth = 480;

} // namespace

GrantForm::GrantForm(Backend &backend, QWidget *parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_title(new QLabel(this))
    , m_typeName(new QLabel(this))
    , m_types(new QComboBox(this))
    , m_placesName(new QLabel(this))
    , m_number(new Stepper(QString(), this))
    , m_seats(new QLineEdit(this))
    , m_left(new QLabel(this))
    , m_fault(new QLabel(this))
    , m_give(makeButton(QString(), ButtonRole::Primary, this))
    , m_back(makeButton(QString(), ButtonRole::Secondary, this))
{
    setTextRole(m_title, TypeRole::Section);
    setTone(m_left, Tone::Muted);
    setTone(m_fault, Tone::Bad);
    m_types->setObjectName(QStringLiteral("grantType"));
    m_types->setMinimumHeight(measure::Touch);
    m_types->setMinimumContentsLength(36);
    m_types->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_number->setObjectName(QStringLiteral("grantNumber"));
    m_seats->setObjectName(QStringLiteral("grantSeats"));
    m_fault->setObjectName(QStringLiteral("grantFault"));
    m_give->setObjectName(QStringLiteral("grantGive"));
    m_back->setObjectName(QStringLiteral("grantBack"));
    for (QWidget *field : std::initializer_list<QWidget *>{m_types, m_seats})
        field->setMaximumWidth(GrantFieldWidth);
    for (QLabel *label : {m_title, m_left, m_fault}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_back);
    foot->addWidget(m_give);
    foot->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::Medium);
    layout->addWidget(m_title);
    layout->addWidget(m_typeName);
    layout->addWidget(m_types);
    layout->addWidget(m_placesName);
    layout->addWidget(m_number, 0, Qt::AlignLeft);
    layout->addWidget(m_seats);
    layout->addWidget(m_left);
    layout->addWidget(m_fault);
    layout->addLayout(foot);
    layout->addStretch();
    setFocusProxy(m_types);
    connect(m_types, &QComboBox::currentIndexChanged, this, &GrantForm::refresh);
    connect(m_seats, &QLineEdit::returnPressed, this, &GrantForm::give);
    connect(m_give, &QPushButton::clicked, this, &GrantForm::give);
    connect(m_back, &QPushButton::clicked, this, &GrantForm::left);
    say(this, [this] { retranslate(); });
}

void GrantForm::retranslate()
{
    m_typeName->setText(tr("Event and ticket type"));
    m_types->setAccessibleName(tr("Event and ticket type"));
    m_seats->setAccessibleName(tr("Seats"));
    m_seats->setPlaceholderText(tr("Stalls 5-12, Stalls 6-1..8"));
    m_number->setWhat(tr("Places"));
    m_give->setText(tr("Give the places"));
    m_back->setText(tr("Back   Esc"));
    refresh();
}

void GrantForm::begin(TerminalId door, const QString &name)
{
    m_door = door;
    m_name = name;
    m_seats->clear();
    tell(QString());
    show({});
    m_backend.run(this, [now = m_backend.clock().now()](Desk &desk) { return read(desk, now); }, [this](const Result<std::vector<Offer>> &offers) {
        if (!offers)
            return tell(sentence(offers.error()));
        show(*offers);
        setFocus(Qt::OtherFocusReason);
    });
}

/// On the database's thread.
Result<std::vector<GrantForm::Offer>> GrantForm::read(Desk &desk, Instant now)
{
    EventFilter filter;
    filter.from = now - GrantsLookBack;
    filter.to = now + GrantsLookAhead;
    const auto events = desk.office.catalogue().events(filter);
    if (!events)
        return fail(events.error());
    std::vector<EventId> ids;
    for (const Event &event : *events)
        ids.push_back(event.id);
    const auto counted = desk.office.inventory().availability(ids);
    if (!counted)
        return fail(counted.error());
    std::vector<Offer> offers;
    for (const Event &event : *events) {
        if (event.status != EventStatus::OnSale || event.endsAt <= now)
            continue;
        for (const TicketType &type : event.ticketTypes) {
            Offer offer{event.id, event.plan, type.id, QStringLiteral("%1, %2 · %3").arg(event.name, type.name, formatMoment(QDateTime::fromMSecsSinceEpoch(event.startsAt.ms))),
                        type.admission == AdmissionKind::Seated, 0};
            for (const EventAvailability &of : *counted)
                for (const TypeAvailability &count : of.types)
                    if (count.ticketType == type.id)
                        offer.available = std::max(0, count.available());
            offers.push_back(std::move(offer));
        }
    }
    return offers;
}

void GrantForm::show(std::vector<Offer> offers)
{
    m_offers = std::move(offers);
    const QSignalBlocker quiet(m_types);
    m_types->clear();
    for (const Offer &offer : m_offers)
        m_types->addItem(offer.name);
    refresh();
}

const GrantForm::Offer *GrantForm::offer() const
{
    const int row = m_types->currentIndex();
    return row >= 0 && row < int(m_offers.size()) ? &m_offers[size_t(row)] : nullptr;
}

void GrantForm::refresh()
{
    const Offer *chosen = offer();
    m_title->setText(tr("Which places does %1 get to sell?").arg(m_name));
    m_number->setVisible(!chosen || !chosen->isSeated);
    m_seats->setVisible(chosen && chosen->isSeated);
    m_placesName->setText(chosen && chosen->isSeated ? tr("Which seats; a row up to a number as 6-1..8") : tr("How many"));
    const int most = chosen ? std::min(chosen->available, int(DoorGrants::MostPlaces)) : 0;
    m_number->setRange(std::min(1, most), most);
    m_number->setValue(std::min(OfferedAtFirst, most));
    m_left->setText(chosen ? tr("%n place(s) are free here. What the door gets, nobody else sells, until the door gives it back.", nullptr, chosen->available)
                           : tr("No event of the coming week is on sale: doors are told of no later ones."));
    m_give->setEnabled(chosen && most > 0);
}

/// Seats are looked up in the plan, as they stand on the tickets.
void GrantForm::give()
{
    const Offer *chosen = offer();
    if (!chosen || !m_give->isEnabled())
        return;
    tell(QString());
    if (!chosen->isSeated)
        return Q_EMIT given({m_door, chosen->type, m_number->value(), {}});
    m_backend.run(this, [plan = chosen->plan, text = m_seats->text()](Desk &desk) -> Result<std::vector<SeatId>> {
        const auto drawn = desk.office.catalogue().plan(plan);
        return drawn ? seatlist::read(*drawn, text) : fail(drawn.error());
    }, [this, type = chosen->type](const Result<std::vector<SeatId>> &seats) {
        if (!seats)
            return tell(sentence(seats.error()));
        Q_EMIT given({m_door, type, 0, *seats});
    });
}

void GrantForm::setBusy(bool busy)
{
    m_give->setEnabled(!busy);
}

void GrantForm::tell(const QString &fault)
{
    m_fault->setText(fault);
    m_fault->setVisible(!fault.isEmpty());
}

} // namespace foyer
