// CountPanel: how many of each note and coin lie in the drawer, by fingers or by digits and Enter. Says the sum, and never what it
// ought to be.
#pragma once

#include "core/domain/shift.h"

#include <QtWidgets/QWidget>

QT_FORWARD_DECLARE_CLASS(QGridLayout)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace foyer {

class CountPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit CountPanel(QWidget *parent = nullptr);

    /// Begins a new count.
    void begin(Currency currency);
    CashCount count() const;
    void setBusy(bool busy);
    /// All is counted: the keys are where Enter does no harm.
    void rest();

Q_SIGNALS:
    void counted(const foyer::CashCount &count);
    void left();

private:
    struct CountRow {
        qint64 value;
        QLineEdit *field;
        QLabel *sum;
    };

    void addRow(qint64 value, int row, int column);
    void step(QLineEdit *field, int by);
    void refresh();

    QLabel *m_title;
    QWidget *m_rows = nullptr;
    QGridLayout *m_grid = nullptr;
    QLabel *m_total;
    QPushButton *m_done;
    QPushButton *m_leave;
    Currency m_currency;
    std::vector<CountRow> m_fields;
};

} // namespace foyer
