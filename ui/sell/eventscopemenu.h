// EventScopeMenu: which events the list shows: those on sale, those that are over, or the archive.
#pragma once

#include "ui/sell/listedevent.h"

#include <QtWidgets/QPushButton>

QT_FORWARD_DECLARE_CLASS(QActionGroup)

namespace foyer {

class Theme;

/// "Archived": the mark of an event that is not on sale any more.
QString scopeText(EventScope scope);

class EventScopeMenu final : public QPushButton
{
    Q_OBJECT

public:
    EventScopeMenu(const Theme &theme, QWidget *parent);

    void setScope(EventScope scope);

Q_SIGNALS:
    void scopeChosen(foyer::EventScope scope);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QActionGroup *m_scopes;
    EventScope m_scope = EventScope::OnSale;
};

} // namespace foyer
