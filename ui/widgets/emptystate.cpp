#include "ui/widgets/emptystate.h"

#include "ui/theme/stylesheet.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace foyer {
namespace {

constexpr int EmptyIcon = 48;
constexpr int SentenceWidth = 320;

} // namespace

EmptyState::EmptyState(const Theme &theme, IconName name, const QString &sentence, const QString &action, QWidget *parent)
    : QWidget(parent)
    , m_sentence(new QLabel(this))
    , m_action(makeButton(QString(), ButtonRole::Secondary, this))
{
    auto *picture = new QLabel(this);
    picture->setAlignment(Qt::AlignCenter);
    const auto dress = [this, picture, name, &theme] {
        picture->setPixmap(iconPixmap(name, theme.tokens().muted, EmptyIcon, devicePixelRatioF()));
    };
    connect(&theme, &Theme::changed, this, dress);
    dress();
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    m_sentence->setMaximumWidth(SentenceWidth);
    setTone(m_sentence, Tone::Muted);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::Large, space::Large, space::Large, space::Large);
    layout->setSpacing(space::Medium);
    layout->addStretch(2);
    layout->addWidget(picture);
    auto *line = new QHBoxLayout;
    line->addStretch();
    line->addWidget(m_sentence, 10);
    line->addStretch();
    layout->addLayout(line);
    layout->addWidget(m_action, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionTriggered);
    setText(sentence, action);
}

void EmptyState::setText(const QString &sentence, const QString &action)
{
    m_sentence->setText(sentence);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
}

} // namespace foyer
