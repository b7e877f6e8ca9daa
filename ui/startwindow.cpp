#include "ui/startwindow.h"

#include "ui/retranslation.h"
#include "ui/theme/stylesheet.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>

namespace foyer {

StartWindow::StartWindow(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(QStringLiteral("Foyer"), this))
    , m_sentence(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_action(makeButton(QString(), ButtonRole::Primary, this))
    , m_quit(makeButton(QString(), ButtonRole::Secondary, this))
{
    setWindowTitle(QStringLiteral("Foyer"));
    setFixedSize(560, 320);
    setTextRole(m_title, TypeRole::Total);
    setTextRole(m_sentence, TypeRole::Strong);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(space::Small);
    say(this, [this] {
        m_quit->setText(tr("Quit"));
        m_progress->setAccessibleName(tr("Progress"));
    });
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::Small);
    buttons->addStretch();
    buttons->addWidget(m_quit);
    buttons->addWidget(m_action);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::Vast, space::Vast, space::Vast, space::Huge);
    layout->setSpacing(space::Large);
    layout->addWidget(m_title);
    layout->addWidget(m_sentence);
    layout->addWidget(m_progress);
    layout->addStretch();
    layout->addLayout(buttons);
    connect(m_action, &QPushButton::clicked, this, &StartWindow::actionTriggered);
    connect(m_quit, &QPushButton::clicked, this, &StartWindow::quitChosen);
}

void StartWindow::showBusy(const QString &sentence, int percent)
{
    m_sentence->setText(sentence);
    m_progress->setRange(0, percent < 0 ? 0 : 100);
    m_progress->setValue(percent);
    m_progress->show();
    m_action->hide();
}

void StartWindow::showTrouble(const QString &sentence, const QString &action)
{
    m_sentence->setText(sentence);
    m_progress->hide();
    m_action->setText(action);
    m_action->show();
    m_action->setFocus(Qt::OtherFocusReason);
}

} // namespace foyer
