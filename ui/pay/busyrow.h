// BusyRow: says that something is being worked on, once it takes longer than a moment, and offers to stop waiting.
#pragma once

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QProgressBar)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace foyer {

class BusyRow final : public QWidget
{
    Q_OBJECT

public:
    /// Shorter waits than \a after are not worth a word.
    explicit BusyRow(std::chrono::milliseconds after, QWidget *parent = nullptr);

    void setText(const QString &text);
    void setStoppable(bool isStoppable);
    /// Shows the row in a while, unless work ends before.
    void work();
    void rest();

Q_SIGNALS:
    void stopped();

private:
    QTimer m_timer;
    QLabel *m_text;
    QProgressBar *m_bar;
    QPushButton *m_stop;
};

} // namespace foyer
