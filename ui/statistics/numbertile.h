// NumberTile: one number with its name above and its change below.
#pragma once

#include <QtWidgets/QFrame>

QT_FORWARD_DECLARE_CLASS(QLabel)

namespace foyer {

class NumberTile final : public QFrame
{
    Q_OBJECT

public:
    explicit NumberTile(const QString &name, QWidget *parent = nullptr);

    /// `change` may be empty: there is nothing to compare with.
    void setNumber(const QString &number, const QString &change);
    QString number() const;
    QString change() const;

private:
    QString m_name;
    QLabel *m_number;
    QLabel *m_change;
};

} // namespace foyer
