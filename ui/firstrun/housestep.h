// HouseStep: the venue and its first event, in four questions.
#pragma once

#include "ui/firstrun/firststep.h"

QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QDateEdit)
QT_FORWARD_DECLARE_CLASS(QDoubleSpinBox)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QSpinBox)
QT_FORWARD_DECLARE_CLASS(QTimeEdit)

namespace foyer {

class Field;

class HouseStep final : public FirstStep
{
    Q_OBJECT

public:
    /// `now` proposes the date; an event in the past cannot be entered.
    explicit HouseStep(Instant now, QWidget *parent = nullptr);

    QString title() const override;
    bool take(FirstAnswers &answers) override;
    void begin() override;

private:
    void addVenue();
    void addEvent();
    void addTickets();
    void clearFaults();
    bool takeVenue(FirstAnswers &answers);
    bool takeEvent(FirstAnswers &answers);
    bool takeTickets(FirstAnswers &answers);

    const Instant m_now;
    QLineEdit *m_venue;
    QComboBox *m_zone;
    QComboBox *m_currency;
    QLineEdit *m_event;
    QDateEdit *m_day;
    QTimeEdit *m_time;
    QLineEdit *m_type;
    QSpinBox *m_places;
    QLineEdit *m_price;
    QDoubleSpinBox *m_tax;
    bool m_isTaxChosen = false; ///< else it follows the language
    Field *m_venueField = nullptr;
    Field *m_zoneField = nullptr;
    Field *m_eventField = nullptr;
    Field *m_dayField = nullptr;
    Field *m_typeField = nullptr;
    Field *m_priceField = nullptr;
};

} // namespace foyer
