#include "ui/sell/bestbar.h"

#include "ui/frame/keyhelp.h"
#include "ui/theme/stylesheet.h"

#include <QtCore/QEvent>
#include <QtGui/QShortcut>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>

namespace foyer {
namespace {

constexpr int Buttons = 4; ///< what families and couples ask for
constexpr int Keys = 9;
constexpr int MostAtOnce = 20;

} // namespace

BestBar::BestBar(QWidget *parent, Monotonic now) : QWidget(parent), m_guard(std::move(now)), m_label(new QLabel(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::Tiny);
    layout->addWidget(m_label);
    layout->addSpacing(space::Tiny);
    for (int count = 1; count <= Buttons; ++count) {
        QPushButton *button = makeButton(QString::number(count), ButtonRole::Secondary, this);
        button->setProperty("key", true);
        button->setFixedWidth(measure::Touch);
        button->setObjectName(QStringLiteral("best%1").arg(count));
        connect(button, &QPushButton::clicked, this, [this, count] { ask(count); });
        layout->addWidget(button);
        m_counts.push_back(button);
    }
    m_more = makeButton(QStringLiteral("…"), ButtonRole::Secondary, this);
    m_more->setProperty("key", true);
    m_more->setFixedWidth(measure::Touch);
    m_more->setObjectName(QStringLiteral("bestMore"));
    m_more->setMenu(new QMenu(m_more));
    layout->addWidget(m_more);
    for (int count = 1; count <= Keys; ++count) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + count)), this);
        describe(shortcut, ""); // told below, all nine in one line
        connect(shortcut, &QShortcut::activated, this, [this, count] { ask(count); });
    }
    describeKeys(this, {{QT_TRANSLATE_NOOP("Keys", "Ctrl+1 … Ctrl+9"), QT_TRANSLATE_NOOP("Keys", "reserve the best seats, so many side by side")}});
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    retranslate();
}

QWidget *BestBar::first() const
{
    return m_counts.front();
}

void BestBar::ask(int count)
{
    if (!m_guard.isOpen())
        return;
    m_guard.close();
    Q_EMIT wanted(count);
}

void BestBar::fillMore()
{
    m_more->menu()->clear();
    for (int count = Buttons + 1; count <= MostAtOnce; ++count)
        connect(m_more->menu()->addAction(tr("Best %1").arg(count)), &QAction::triggered, this, [this, count] { ask(count); });
}

void BestBar::retranslate()
{
    m_label->setText(tr("Best"));
    for (size_t i = 0; i < m_counts.size(); ++i) {
        m_counts[i]->setAccessibleName(tr("The best %n seat(s)", nullptr, int(i + 1)));
        m_counts[i]->setToolTip(tr("The best %n seat(s): Ctrl+%n", nullptr, int(i + 1)));
    }
    m_more->setAccessibleName(tr("More of the best seats"));
    fillMore();
}

void BestBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace foyer
