#include "ui/sell/eventscopemenu.h"

#include "ui/theme/icons.h"
#include "ui/theme/stylesheet.h"
#include "ui/theme/theme.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QEvent>
#include <QtGui/QActionGroup>
#include <QtWidgets/QMenu>

namespace foyer {
namespace {

constexpr int ScopeButtonWidth = 48; ///< the icon alone: the words of the search need the rest

} // namespace

QString scopeText(EventScope scope)
{
    switch (scope) {
    case EventScope::OnSale:
        return QCoreApplication::translate("EventScope", "On sale");
    case EventScope::Over:
        return QCoreApplication::translate("EventScope", "Over");
    case EventScope::Archived:
        return QCoreApplication::translate("EventScope", "Archived");
    }
    Q_UNREACHABLE();
}

EventScopeMenu::EventScopeMenu(const Theme &theme, QWidget *parent) : QPushButton(parent), m_scopes(new QActionGroup(this))
{
    setButtonRole(this, ButtonRole::Secondary);
    setObjectName(QStringLiteral("eventScope"));
    setFixedWidth(ScopeButtonWidth);
    setMinimumHeight(measure::Touch);
    setMenu(new QMenu(this));
    setIcon(foyer::icon(IconName::Calendar, theme));
    connect(&theme, &Theme::changed, this, [this, &theme] { setIcon(foyer::icon(IconName::Calendar, theme)); });
    for (const EventScope scope : {EventScope::OnSale, EventScope::Over, EventScope::Archived}) {
        QAction *action = m_scopes->addAction(QString());
        action->setCheckable(true);
        menu()->addAction(action);
        connect(action, &QAction::triggered, this, [this, scope] {
            setScope(scope);
            Q_EMIT scopeChosen(scope);
        });
    }
    retranslate();
}

void EventScopeMenu::setScope(EventScope scope)
{
    m_scope = scope;
    retranslate();
}

void EventScopeMenu::retranslate()
{
    const auto actions = m_scopes->actions();
    for (int i = 0; i < int(actions.size()); ++i) {
        actions[i]->setText(scopeText(EventScope(i)));
        actions[i]->setChecked(i == int(m_scope));
    }
    setAccessibleName(tr("Events that are listed: %1").arg(scopeText(m_scope)));
    setToolTip(accessibleName());
}

void EventScopeMenu::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QPushButton::changeEvent(event);
}

} // namespace foyer
