// EmptyState: what belongs in an empty list, and the button for it.
#pragma once

#include "ui/theme/icons.h"

#include <QtWidgets/QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace foyer {

class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    EmptyState(const Theme &theme, IconName icon, const QString &sentence, const QString &action = QString(), QWidget *parent = nullptr);

    void setText(const QString &sentence, const QString &action = QString());

Q_SIGNALS:
    void actionTriggered();

private:
    QLabel *m_sentence;
    QPushButton *m_action;
};

} // namespace foyer
