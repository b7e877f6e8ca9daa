#include "ui/firstrun/housestep.h"

#include "ui/firstrun/field.h"
#include "ui/retranslation.h"
#include "ui/theme/stylesheet.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QDateEdit>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QTimeEdit>
#include <QtWidgets/QVBoxLayout>

namespace foyer {
namespace {

constexpr int MaxPlaces = 100'000;
constexpr int UsualPlaces = 100;
constexpr double HighestTax = 50;

template <typename Input>
Input *namedInput(Input *input, const char *name)
{
    input->setObjectName(QLatin1String(name));
    return input;
}

QHBoxLayout *row(std::initializer_list<std::pair<QWidget *, int>> widgets)
{
    auto *layout = new QHBoxLayout;
    layout->setSpacing(space::Medium);
    for (const auto &[widget, share] : widgets)
        layout->addWidget(widget, share, Qt::AlignTop);
    return layout;
}

/// Per cent on admissions, where one rate is the usual one; shown, so that whoever knows better changes it.
double usualTax()
{
    return QLocale::system().territory() == QLocale::Germany || QLocale().language() == QLocale::German ? 7 : 0;
}

/// As typed: with the decimal sign of the language, or a point.
Result<Money> moneyFrom(QString text, Currency currency)
{
    text.remove(QLocale().groupSeparator());
    return Money::parse(text.replace(QLocale().decimalPoint(), QStringLiteral(".")).trimmed(), currency);
}

} // namespace

HouseStep::HouseStep(Instant now, QWidget *parent)
    : FirstStep(parent)
    , m_now(now)
    , m_venue(namedInput(new QLineEdit, "venue"))
    , m_zone(namedInput(new QComboBox, "timeZone"))
    , m_currency(namedInput(new QComboBox, "currency"))
    , m_event(namedInput(new QLineEdit, "event"))
    , m_day(namedInput(new QDateEdit(QDateTime::fromMSecsSinceEpoch(now.ms).date().addDays(1)), "day"))
    , m_time(namedInput(new QTimeEdit(QTime(20, 0)), "time"))
    , m_type(namedInput(new QLineEdit, "ticketType"))
    , m_places(namedInput(new QSpinBox, "places"))
    , m_price(namedInput(new QLineEdit, "price"))
    , m_tax(namedInput(new QDoubleSpinBox, "tax"))
{
    for (QLineEdit *edit : {m_venue, m_event, m_type})
        edit->setMaxLength(100);
    addVenue();
    addEvent();
    addTickets();
    column()->addStretch();
}

void HouseStep::addVenue()
{
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds())
        m_zone->addItem(QString::fromLatin1(id));
    m_zone->setEditable(true);
    m_zone->setInsertPolicy(QComboBox::NoInsert);
    m_zone->completer()->setFilterMode(Qt::MatchContains);
    m_zone->setCurrentText(QString::fromLatin1(QTimeZone::systemTimeZoneId()));
    m_zone->setMinimumContentsLength(16);
    m_zone->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    const QString home = QLocale::system().currencySymbol(QLocale::CurrencyIsoCode);
    for (const char *code : {"EUR", "CHF", "GBP", "USD", "SEK", "DKK", "NOK", "PLN", "CZK", "HUF", "CAD", "AUD", "JPY"})
        m_currency->addItem(QLatin1String(code));
    if (Currency::fromCode(home) && m_currency->findText(home) < 0)
        m_currency->addItem(home);
    m_currency->setCurrentText(Currency::fromCode(home) ? home : QStringLiteral("EUR"));
    m_venueField = new Field(m_venue, [] { return tr("1. What is your venue called?"); }, this);
    m_zoneField = new Field(m_zone, [] { return tr("Time zone"); }, this);
    auto *currencyField = new Field(m_currency, [] { return tr("Currency"); }, this);
    column()->addLayout(row({{m_venueField, 4}, {m_zoneField, 2}, {currencyField, 1}}));
}

void HouseStep::addEvent()
{
    m_day->setCalendarPopup(true);
    m_time->setButtonSymbols(QAbstractSpinBox::NoButtons); // digits and the arrow keys
    m_eventField = new Field(m_event, [] { return tr("2. What is the first event called?"); }, this);
    m_dayField = new Field(m_day, [] { return tr("3. On which day does it begin?"); }, this);
    auto *timeField = new Field(m_time, [] { return tr("At what time?"); }, this);
    say(this, [this] {
        m_day->setLocale(QLocale());
        m_time->setLocale(QLocale());
        m_time->setDisplayFormat(QLocale().timeFormat(QLocale::ShortFormat));
    });
    column()->addWidget(m_eventField);
    column()->addLayout(row({{m_dayField, 1}, {timeField, 1}}));
}

void HouseStep::addTickets()
{
    m_places->setRange(1, MaxPlaces);
    m_places->setValue(UsualPlaces);
    m_places->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_tax->setRange(0, HighestTax);
    m_tax->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_typeField = new Field(m_type, [] { return tr("4. What do you sell first?"); }, this);
    auto *placesField = new Field(m_places, [] { return tr("Places"); }, this);
    m_priceField = new Field(m_price, [] { return tr("Price, tax included"); }, this);
    auto *taxField = new Field(m_tax, [] { return tr("Tax in it"); }, this);
    say(this, [this] {
        if (!m_type->isModified())
            m_type->setText(tr("Standing"));
        if (!m_price->isModified())
            m_price->setText(QLocale().toString(15.0, 'f', 2));
        m_tax->setLocale(QLocale());
        m_tax->setSuffix(QStringLiteral(" %"));
        const QSignalBlocker blocker(m_tax);
        if (!m_isTaxChosen)
            m_tax->setValue(usualTax());
    });
    column()->addLayout(row({{m_typeField, 4}, {placesField, 1}, {m_priceField, 2}, {taxField, 1}}));
    connect(m_tax, &QDoubleSpinBox::valueChanged, this, [this] { m_isTaxChosen = true; });
}

QString HouseStep::title() const
{
    return tr("Your venue and its first event");
}

void HouseStep::begin()
{
    m_venue->setFocus(Qt::OtherFocusReason);
}

void HouseStep::clearFaults()
{
    for (Field *field : {m_venueField, m_zoneField, m_eventField, m_dayField, m_typeField, m_priceField})
        field->setFault({});
}

bool HouseStep::take(FirstAnswers &answers)
{
    clearFaults();
    return takeVenue(answers) && takeEvent(answers) && takeTickets(answers);
}

bool HouseStep::takeVenue(FirstAnswers &answers)
{
    answers.venue = m_venue->text().trimmed();
    if (answers.venue.isEmpty())
        return m_venueField->setFault(tr("Enter the name that tickets shall show.")), false;
    const QString zone = m_zone->currentText().trimmed();
    answers.timeZone = QTimeZone(zone.toLatin1());
    // Qt takes more words for a time zone than there are places on earth.
    const bool isListed = m_zone->findText(zone) >= 0 || zone.toLatin1() == QTimeZone::systemTimeZoneId();
    if (!isListed || !answers.timeZone.isValid())
        return m_zoneField->setFault(tr("Choose a time zone of the list, like Europe/Berlin.")), false;
    answers.currency = Currency::fromCode(m_currency->currentText()).value_or(Currency());
    return true;
}

bool HouseStep::takeEvent(FirstAnswers &answers)
{
    answers.event = m_event->text().trimmed();
    if (answers.event.isEmpty())
        return m_eventField->setFault(tr("Enter the name of the event.")), false;
    answers.startsAt = QDateTime(m_day->date(), m_time->time(), answers.timeZone);
    if (answers.startsAt.toMSecsSinceEpoch() <= m_now.ms)
        return m_dayField->setFault(tr("This is in the past. Choose a day and time to come.")), false;
    return true;
}

bool HouseStep::takeTickets(FirstAnswers &answers)
{
    answers.ticketType = m_type->text().trimmed();
    if (answers.ticketType.isEmpty())
        return m_typeField->setFault(tr("Enter a name for these tickets, like Standing.")), false;
    answers.places = m_places->value();
    const auto price = moneyFrom(m_price->text(), answers.currency);
    if (!price || price->isNegative())
        return m_priceField->setFault(tr("This is no amount. Enter it like %1.").arg(QLocale().toString(15.0, 'f', answers.currency.decimals()))), false;
    answers.price = *price;
    answers.taxBasisPoints = qRound(m_tax->value() * 100);
    return true;
}

} // namespace foyer
