// CustomerForm: what is known of a person, to be written down or mended.
#pragma once

#include "core/services/customers.h"
#include "ui/backend/backend.h"

#include <QtWidgets/QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QPlainTextEdit)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace foyer {

class CustomerForm final : public QWidget
{
    Q_OBJECT

public:
    explicit CustomerForm(Backend &backend, QWidget *parent = nullptr);

    /// Somebody new when the customer has no id; what was typed to find them is a start.
    void begin(const Customer &customer, const Actor &actor);

Q_SIGNALS:
    void saved(const foyer::Customer &customer);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void save();
    void retranslate();
    QLineEdit *addField(const char *name);

    Backend &m_backend;
    Actor m_actor;
    CustomerId m_id;
    bool m_isSaving = false;
    QLabel *m_title;
    QList<QLabel *> m_labels;
    QLineEdit *m_name;
    QLineEdit *m_email;
    QLineEdit *m_phone;
    QPlainTextEdit *m_notes;
    QLabel *m_fault;
    QPushButton *m_save;
    QPushButton *m_cancel;
};

} // namespace foyer
