// BestBar: the best seats with one press: 1, 2, 3, 4, or more from a list.
#pragma once

#include "ui/pay/pressguard.h"

#include <QtWidgets/QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace foyer {

class BestBar final : public QWidget
{
    Q_OBJECT

public:
    explicit BestBar(QWidget *parent = nullptr, Monotonic now = steadyNow);

    /// The first stop of the Tab key.
    QWidget *first() const;

Q_SIGNALS:
    void wanted(int count);

protected:
    void changeEvent(QEvent *event) override;

private:
    void ask(int count);
    void fillMore();
    void retranslate();

    PressGuard m_guard; ///< the second half of a double click would take as many again
    QLabel *m_label;
    std::vector<QPushButton *> m_counts;
    QPushButton *m_more;
};

} // namespace foyer
