// AdministratorStep: who may do everything, and their PIN, twice.
#pragma once

#include "ui/firstrun/firststep.h"

QT_FORWARD_DECLARE_CLASS(QLineEdit)

namespace foyer {

class Field;

class AdministratorStep final : public FirstStep
{
    Q_OBJECT

public:
    explicit AdministratorStep(QWidget *parent = nullptr);

    QString title() const override;
    bool take(FirstAnswers &answers) override;
    void begin() override;

private:
    QLineEdit *m_name;
    QLineEdit *m_pin;
    QLineEdit *m_again;
    Field *m_nameField;
    Field *m_pinField;
    Field *m_againField;
};

} // namespace foyer
