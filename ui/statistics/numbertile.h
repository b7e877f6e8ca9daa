// NumberTile: one number with its name above and its change below.
#pragma once

#include <QtWidgets/QFrame>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QLabel)

namespace foyer {

class NumberTile final : public QFrame
{
    Q_OBJECT

public:
    /// The name is asked again when the language changes.
    explicit NumberTile(std::function<QString()> name, QWidget *parent = nullptr);

    /// `change` may be empty: there is nothing to compare with.
    void setNumber(const QString &number, const QString &change);
    QString number() const;
    QString change() const;

private:
    void retranslate();

    std::function<QString()> m_name;
    QString m_compared;
    QLabel *m_title;
    QLabel *m_number;
    QLabel *m_change;
};

} // namespace foyer
