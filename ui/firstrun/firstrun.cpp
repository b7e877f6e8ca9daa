#include "ui/firstrun/firstrun.h"

#include "core/domain/errortext.h"
#include "ui/firstrun/administratorstep.h"
#include "ui/firstrun/housestep.h"
#include "ui/firstrun/tilesteps.h"
#include "ui/retranslation.h"
#include "ui/theme/stylesheet.h"
#include "ui/widgets/banner.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>

#include <utility>

namespace foyer {

FirstRun::FirstRun(const Theme &theme, FirstRunOptions options, QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_stack(new QStackedWidget(this))
    , m_banner(new Banner(theme, this))
    , m_back(makeButton(QString(), ButtonRole::Secondary, this))
    , m_next(makeButton(QString(), ButtonRole::Primary, this))
    , m_language(new LanguageStep(this))
    , m_home(new HomeStep(options.path, this))
    , m_server(new ServerStep(options.look, this))
    , m_administrator(new AdministratorStep(this))
    , m_house(new HouseStep(options.now, this))
{
    setMinimumSize(820, 640);
    setTextRole(m_title, TypeRole::Total);
    m_back->setObjectName(QStringLiteral("back"));
    m_next->setObjectName(QStringLiteral("next"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::Small);
    buttons->addWidget(m_back);
    buttons->addStretch();
    buttons->addWidget(m_next);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::Vast, space::Vast, space::Vast, space::Huge);
    layout->setSpacing(space::Large);
    layout->addWidget(m_title);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_banner);
    layout->addLayout(buttons);
    for (FirstStep *step : std::initializer_list<FirstStep *>{m_language, m_home, m_server, m_administrator, m_house}) {
        m_stack->addWidget(step);
        connect(step, &FirstStep::done, this, &FirstRun::goOn);
    }
    connect(m_language, &LanguageStep::languageChosen, this, &FirstRun::languageChosen);
    connect(m_back, &QPushButton::clicked, this, &FirstRun::goBack);
    connect(m_next, &QPushButton::clicked, this, &FirstRun::goOn);
    new Retranslation(this, [this] { retranslate(); });
    showStep(m_language);
}

void FirstRun::retranslate()
{
    const auto *step = static_cast<FirstStep *>(m_stack->currentWidget());
    setWindowTitle(tr("Foyer"));
    m_title->setText(step->title());
    m_back->setText(tr("Back   Esc"));
    m_next->setText(step == m_house ? tr("Open the box office") : tr("Next   ⏎"));
    m_back->setVisible(!m_way.empty());
    m_next->setVisible(step->hasNext());
}

void FirstRun::showStep(FirstStep *step)
{
    m_banner->clear();
    m_next->setEnabled(true);
    m_stack->setCurrentWidget(step);
    retranslate();
    step->begin();
}

/// nullptr: nothing more is to be asked.
FirstStep *FirstRun::after(const FirstStep *step) const
{
    if (step == m_language)
        return m_home;
    if (step == m_home && m_answers.home == Home::Server)
        return m_server;
    if (step == m_home && m_answers.home == Home::File)
        return m_answers.hasBoxOffice ? nullptr : m_administrator;
    if (step == m_server)
        return m_answers.hasBoxOffice ? nullptr : m_administrator;
    return step == m_administrator ? m_house : nullptr;
}

void FirstRun::goOn()
{
    auto *step = static_cast<FirstStep *>(m_stack->currentWidget());
    if (!m_next->isEnabled() || !step->take(m_answers))
        return;
    FirstStep *next = after(step);
    if (!next)
        return finish();
    m_way.push_back(step);
    showStep(next);
}

void FirstRun::goBack()
{
    if (m_way.empty())
        return;
    FirstStep *step = m_way.back();
    m_way.pop_back();
    showStep(step);
}

void FirstRun::finish()
{
    m_banner->clear();
    m_next->setEnabled(false); // once
    Q_EMIT finished(m_answers);
}

void FirstRun::showTrouble(const Error &error)
{
    m_next->setEnabled(true);
    m_banner->showMessage(Tone::Bad, sentence(error));
}

void FirstRun::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    auto *button = qobject_cast<QPushButton *>(focusWidget());
    if (event->key() == Qt::Key_Escape)
        goBack();
    else if (isEnter && button)
        button->click();
    else if (isEnter && m_next->isVisible())
        goOn();
    else
        QWidget::keyPressEvent(event);
}

} // namespace foyer
