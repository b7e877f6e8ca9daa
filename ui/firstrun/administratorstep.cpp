#include "ui/firstrun/administratorstep.h"

#include "ui/firstrun/field.h"
#include "ui/retranslation.h"
#include "ui/theme/stylesheet.h"

#include <QtGui/QRegularExpressionValidator>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

namespace foyer {
namespace {

constexpr int PinWidth = 200;

QLineEdit *pinEdit(const char *name)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(QLatin1String(name));
    edit->setEchoMode(QLineEdit::Password);
    edit->setMaxLength(Staff::PinLength);
    edit->setValidator(new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]*")), edit));
    edit->setMaximumWidth(PinWidth);
    return edit;
}

} // namespace

AdministratorStep::AdministratorStep(QWidget *parent)
    : FirstStep(parent)
    , m_name(new QLineEdit)
    , m_pin(pinEdit("pin"))
    , m_again(pinEdit("pinAgain"))
    , m_nameField(new Field(m_name, [] { return tr("Your name"); }, this))
    , m_pinField(new Field(m_pin, [] { return tr("PIN, %1 digits").arg(Staff::PinLength); }, this))
    , m_againField(new Field(m_again, [] { return tr("The same PIN again"); }, this))
{
    m_name->setObjectName(QStringLiteral("administrator"));
    m_name->setMaxLength(100);
    auto *why = new QLabel(this);
    why->setWordWrap(true);
    setTone(why, Tone::Muted);
    say(why, [why] { why->setText(tr("You will be the administrator: you may add other people later, and each of them signs in with a PIN of their own.")); });
    column()->addWidget(why);
    for (Field *field : {m_nameField, m_pinField, m_againField})
        column()->addWidget(field);
    column()->addStretch();
}

QString AdministratorStep::title() const
{
    return tr("Who are you?");
}

void AdministratorStep::begin()
{
    m_name->setFocus(Qt::OtherFocusReason);
}

bool AdministratorStep::take(FirstAnswers &answers)
{
    for (Field *field : {m_nameField, m_pinField, m_againField})
        field->setFault({});
    if (m_name->text().trimmed().isEmpty())
        return m_nameField->setFault(tr("Enter the name that your tile shall show.")), false;
    if (m_pin->text().size() != Staff::PinLength)
        return m_pinField->setFault(tr("A PIN has %1 digits.").arg(Staff::PinLength)), false;
    if (m_again->text() != m_pin->text())
        return m_againField->setFault(tr("The two PINs differ. Enter the same digits.")), false;
    answers.administrator = m_name->text().trimmed();
    answers.pin = m_pin->text();
    return true;
}

} // namespace foyer
