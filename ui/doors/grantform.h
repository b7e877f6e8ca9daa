// GrantForm: which places a door is given to sell: event, ticket type, and how many or which seats.
#pragma once

#include "core/services/doorgrants.h"

#include <QtWidgets/QWidget>

QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace foyer {

class Backend;
class Stepper;
struct Desk;

class GrantForm final : public QWidget
{
    Q_OBJECT

public:
    explicit GrantForm(Backend &backend, QWidget *parent = nullptr);

    /// For this door, with the events of the coming week: doors are told of no later ones.
    void begin(TerminalId door, const QString &name);
    /// While it happens.
    void setBusy(bool busy);

Q_SIGNALS:
    void given(const foyer::GrantWish &wish);
    void left();

private:
    struct Offer {
        EventId event;
        PlanId plan;
        TicketTypeId type;
        QString name;
        bool isSeated = false;
        int available = 0;
    };

    void retranslate();
    static Result<std::vector<Offer>> read(Desk &desk, Instant now);
    void show(std::vector<Offer> offers);
    const Offer *offer() const;
    void refresh();
    void give();
    void tell(const QString &fault);

    Backend &m_backend;
    TerminalId m_door;
    QString m_name;
    std::vector<Offer> m_offers;
    QLabel *m_title;
    QLabel *m_typeName;
    QComboBox *m_types;
    QLabel *m_placesName;
    Stepper *m_number;
    QLineEdit *m_seats;
    QLabel *m_left;
    QLabel *m_fault;
    QPushButton *m_give;
    QPushButton *m_back;
};

} // namespace foyer
