#include "ui/settings/section.h"

#include "ui/retranslation.h"
#include "ui/theme/stylesheet.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace foyer {

Section::Section(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(space::Medium);
}

void Section::addHeading(Text text)
{
    auto *label = new QLabel(this);
    setTextRole(label, TypeRole::Strong);
    say(label, [label, text = std::move(text)] { label->setText(text()); });
    addWidget(label);
}

void Section::addNote(Text text)
{
    auto *label = new QLabel(this);
    label->setWordWrap(true);
    setTone(label, Tone::Muted);
    say(label, [label, text = std::move(text)] { label->setText(text()); });
    addWidget(label);
}

void Section::addWidget(QWidget *widget)
{
    if (m_line)
        m_line->addStretch();
    m_line = nullptr;
    m_layout->addWidget(widget);
}

QCheckBox *Section::addSwitch(Text text)
{
    auto *box = new QCheckBox(this);
    box->setMinimumHeight(measure::Touch);
    say(box, [box, text = std::move(text)] { box->setText(text()); });
    addWidget(box);
    return box;
}

QPushButton *Section::addButton(Text text, bool onANewLine)
{
    if (!m_line || onANewLine) {
        if (m_line)
            m_line->addStretch();
        m_line = new QHBoxLayout;
        m_line->setSpacing(space::Small);
        m_layout->addLayout(m_line);
    }
    QPushButton *button = makeButton(QString(), ButtonRole::Secondary, this);
    say(button, [button, text = std::move(text)] { button->setText(text()); });
    m_line->addWidget(button, 0, Qt::AlignLeft);
    return button;
}

void Section::finish()
{
    if (m_line)
        m_line->addStretch();
    m_layout->addStretch();
}

} // namespace foyer
