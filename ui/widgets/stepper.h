// Stepper: how many, with a button on either side that a finger hits.
#pragma once

#include <QtWidgets/QWidget>

QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QSpinBox)

namespace foyer {

/// One stop of the Tab key: digits, Up and Down, + and - work in it.
class Stepper final : public QWidget
{
    Q_OBJECT

public:
    /// `what` is being counted, for screen readers: "Standing".
    explicit Stepper(const QString &what, QWidget *parent = nullptr);
    void setWhat(const QString &what);

    int value() const;
    void setValue(int value);
    /// 0 <= lowest <= highest
    void setRange(int lowest, int highest);

Q_SIGNALS:
    void valueChanged(int value);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();

    QPushButton *m_less;
    QSpinBox *m_number;
    QPushButton *m_more;
};

} // namespace foyer
