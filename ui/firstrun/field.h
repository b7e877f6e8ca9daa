// Field: an input with its name above and, when it cannot be used, one sentence below.
#pragma once

#include <QtWidgets/QWidget>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QLabel)

namespace foyer {

class Field final : public QWidget
{
    Q_OBJECT

public:
    using Text = std::function<QString()>;

    /// The name is asked again when the language changes; screen readers hear it, too.
    Field(QWidget *input, Text name, QWidget *parent = nullptr);

    /// Puts the keyboard there. An empty sentence takes the fault away.
    void setFault(const QString &sentence);
    QString fault() const;

private:
    QWidget *m_input;
    QLabel *m_name;
    QLabel *m_fault;
};

} // namespace foyer
