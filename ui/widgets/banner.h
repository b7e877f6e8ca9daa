// Banner: a sentence that people should see now, with at most one thing to do about it.
#pragma once

#include "ui/theme/stylesheet.h"

#include <QtWidgets/QFrame>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace foyer {

class Theme;

/// Hidden until show; its icon tells the tone by shape too.
class Banner final : public QFrame
{
    Q_OBJECT

public:
    explicit Banner(const Theme &theme, QWidget *parent = nullptr);

    /// `action` is a verb with its object, "Take both"; without one there is no button.
    void showMessage(Tone tone, const QString &message, const QString &action = QString());
    /// Whether people may put it away; otherwise it stays as long as its reason.
    void setDismissable(bool dismissable);
    void clear();
    /// Another thing to do, beside the action.
    void addButton(QPushButton *button);

    QString message() const;
    Tone tone() const { return m_tone; }

Q_SIGNALS:
    void actionTriggered();
    void dismissed();

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    void refresh();

    const Theme &m_theme;
    Tone m_tone = Tone::Accent;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_action;
    QPushButton *m_close;
};

} // namespace foyer
