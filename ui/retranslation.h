// Texts that follow the language while the window is open, said beside the widget that shows them.
#pragma once

#include <QtCore/QEvent>
#include <QtWidgets/QWidget>

#include <functional>

namespace foyer {

/// Calls `body` whenever the language of the widget changes; ends with the widget.
class Retranslation final : public QObject
{
public:
    Retranslation(QWidget *widget, std::function<void()> body) : QObject(widget), m_body(std::move(body)) { widget->installEventFilter(this); }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == parent() && event->type() == QEvent::LanguageChange)
            m_body();
        return false;
    }

private:
    const std::function<void()> m_body;
};

/// `say(label, [label] { label->setText(tr("To pay")); })`: now, and again in every language to come.
inline void say(QWidget *widget, std::function<void()> body)
{
    body();
    new Retranslation(widget, std::move(body));
}

} // namespace foyer
