// FreeSide: places that cost nothing need one press and no money.
#pragma once

#include <QtWidgets/QWidget>

QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace foyer {

class FreeSide final : public QWidget
{
    Q_OBJECT

public:
    explicit FreeSide(QWidget *parent = nullptr);

    QPushButton &complete() { return *m_complete; }

Q_SIGNALS:
    void completed();

private:
    QPushButton *m_complete;
};

} // namespace foyer
