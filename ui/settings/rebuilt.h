// Rebuilt: holds a widget that says its texts once. It is made when it is first looked at, and anew in another language.
#pragma once

#include <QtCore/QEvent>
#include <QtWidgets/QVBoxLayout>

#include <functional>

namespace foyer {

class Rebuilt final : public QWidget
{
public:
    using Make = std::function<QWidget *()>;

    explicit Rebuilt(Make make) : m_make(std::move(make)) { (new QVBoxLayout(this))->setContentsMargins(0, 0, 0, 0); }

protected:
    void showEvent(QShowEvent *event) override
    {
        QWidget::showEvent(event);
        build();
    }

    void changeEvent(QEvent *event) override
    {
        QWidget::changeEvent(event);
        if (event->type() != QEvent::LanguageChange)
            return;
        delete std::exchange(m_held, nullptr);
        if (isVisible())
            build();
    }

private:
    void build()
    {
        if (!m_held)
            layout()->addWidget(m_held = m_make());
    }

    const Make m_make;
    QWidget *m_held = nullptr;
};

} // namespace foyer
