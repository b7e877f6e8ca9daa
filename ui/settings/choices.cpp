#include "ui/settings/choices.h"

#include "ui/retranslation.h"
#include "ui/theme/stylesheet.h"

#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>

namespace foyer {

Choices::Choices(QWidget *parent) : QWidget(parent), m_group(new QButtonGroup(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::Small);
    connect(m_group, &QButtonGroup::idClicked, this, &Choices::choiceMade);
}

void Choices::add(int id, Text text)
{
    QPushButton *button = makeButton(QString(), ButtonRole::Secondary, this);
    button->setCheckable(true);
    button->setProperty("choice", true);
    say(button, [button, text = std::move(text)] { button->setText(text()); });
    m_group->addButton(button, id);
    layout()->addWidget(button);
}

void Choices::setChosen(int id)
{
    if (QAbstractButton *button = m_group->button(id))
        button->setChecked(true);
}

int Choices::chosen() const
{
    return m_group->checkedId();
}

} // namespace foyer
