// PinPad: a PIN of fixed length by fingers or keys; shows how many digits are in, never which.
#pragma once

#include <QtWidgets/QWidget>

QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace foyer {

class Theme;

class PinPad final : public QWidget
{
    Q_OBJECT

public:
    PinPad(const Theme &theme, int length, QWidget *parent = nullptr);

    /// Lower, for a panel beside the work. Before it is shown.
    void setCompact();
    void clear();
    int typed() const { return int(m_pin.size()); }

Q_SIGNALS:
    /// The last digit is in.
    void entered(const QString &pin);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void type(int digit);
    void erase();
    void refresh();
    QPushButton *addKey(const QString &text, int row, int column);
    void retranslate();

    const Theme &m_theme;
    const int m_length;
    QString m_pin;
    int m_dots; ///< the height of their row
    QPushButton *m_clear;
    QPushButton *m_back;
};

} // namespace foyer
