// SpokenRole: what a screen reader calls a control that is painted by hand; by itself it would be no more than a rectangle.
#pragma once

#include <QtGui/QAccessible>
#include <QtWidgets/QAccessibleWidget>

namespace foyer {

constexpr const char *SpokenRoleProperty = "spokenRole";

inline QAccessibleInterface *spokenInterface(const QString &, QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    const QVariant role = widget ? widget->property(SpokenRoleProperty) : QVariant();
    return role.isValid() ? new QAccessibleWidget(widget, QAccessible::Role(role.toInt())) : nullptr;
}

/// Name and description stay those of the widget.
inline void setSpokenRole(QWidget *widget, QAccessible::Role role)
{
    static const bool isKnown = (QAccessible::installFactory(spokenInterface), true);
    Q_UNUSED(isKnown)
    widget->setProperty(SpokenRoleProperty, int(role));
}

} // namespace foyer
