// PromoForm: what a new promo code gives, for what, and from when to when; made with one press.
#pragma once

#include "ui/backend/backend.h"

#include <QtWidgets/QWidget>

QT_FORWARD_DECLARE_CLASS(QCheckBox)
QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace foyer {

class PromoForm final : public QWidget
{
    Q_OBJECT

public:
    using WhoAsks = std::function<Actor()>;

    PromoForm(Backend &backend, WhoAsks actor, QWidget *parent = nullptr);

    /// Reads the events that codes can be for.
    void reload();

Q_SIGNALS:
    void pressed();
    void made(const foyer::PromoCode &code);
    void failed(const foyer::Error &error);

private:
    QLineEdit *addField(const char *name);
    QComboBox *addChoice(const char *name);
    void retranslate();
    void listEvents(const std::vector<Event> &events);
    void listTypes();
    void clear();
    void make();

    Backend &m_backend;
    const WhoAsks m_actor;
    std::vector<Event> m_events;
    QLineEdit *m_code;
    QLineEdit *m_discount;
    QLineEdit *m_floor;
    QLineEdit *m_from;
    QLineEdit *m_until;
    QLineEdit *m_uses;
    QLineEdit *m_each;
    QComboBox *m_event;
    QComboBox *m_type;
    QCheckBox *m_perTicket;
    QCheckBox *m_alone;
    QPushButton *m_make;
};

} // namespace foyer
