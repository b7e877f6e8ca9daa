#include "ui/firstrun/field.h"

#include "ui/retranslation.h"
#include "ui/theme/stylesheet.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

namespace foyer {

Field::Field(QWidget *input, Text name, QWidget *parent) : QWidget(parent), m_input(input), m_name(new QLabel(this)), m_fault(new QLabel(this))
{
    input->setParent(this);
    m_name->setBuddy(input);
    m_fault->setObjectName(QStringLiteral("fault"));
    m_fault->setWordWrap(true);
    setTone(m_fault, Tone::Bad);
    m_fault->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::Tiny);
    layout->addWidget(m_name);
    layout->addWidget(input);
    layout->addWidget(m_fault);
    say(this, [this, name = std::move(name)] {
        m_name->setText(name());
        m_input->setAccessibleName(name());
        setFault({}); // it was said in the language before; the next attempt says it again
    });
}

void Field::setFault(const QString &sentence)
{
    m_fault->setText(sentence);
    m_fault->setVisible(!sentence.isEmpty());
    m_input->setAccessibleDescription(sentence);
    if (!sentence.isEmpty())
        m_input->setFocus(Qt::OtherFocusReason);
}

QString Field::fault() const
{
    return m_fault->text();
}

} // namespace foyer
