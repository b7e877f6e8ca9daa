// ZList: the Zs of this till, newest first; a click reads one again.
#pragma once

#include "core/domain/shift.h"

#include <QtWidgets/QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QScrollArea)

namespace foyer {

class ZList final : public QWidget
{
    Q_OBJECT

public:
    explicit ZList(QWidget *parent = nullptr);

    void setZs(const std::vector<ZLine> &zs);

protected:
    void keyPressEvent(QKeyEvent *event) override;

Q_SIGNALS:
    void chosen(qint64 number);
    void left();

private:
    QLabel *m_title;
    QLabel *m_nothing;
    QScrollArea *m_scroll;
    QPushButton *m_leave;
};

} // namespace foyer
