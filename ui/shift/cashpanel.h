// CashPanel: an amount on the pad and, where cash moves without a sale, the reason for it: float, paid in, paid out, no sale.
#pragma once

#include "core/domain/shift.h"

#include <QtWidgets/QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace foyer {

class NumPad;
class Theme;

class CashPanel final : public QWidget
{
    Q_OBJECT

public:
    CashPanel(const Theme &theme, QWidget *parent = nullptr);

    /// The float of a new shift.
    void askFloat(Currency currency);
    void askMove(CashMoveKind kind, Currency currency);
    void setBusy(bool busy);

Q_SIGNALS:
    void floatGiven(foyer::Money opening);
    void moveWanted(foyer::CashMoveKind kind, foyer::Money amount, const QString &reason);
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void ask(std::optional<CashMoveKind> kind, Currency currency);
    void retranslate();
    void refresh();
    void submit();

    const Theme &m_theme;
    QLabel *m_title;
    QLabel *m_words;
    QLabel *m_amount;
    QLabel *m_reasonLabel;
    QLineEdit *m_reason;
    NumPad *m_pad = nullptr;
    QWidget *m_padPlace;
    QPushButton *m_go;
    QPushButton *m_leave;
    std::optional<CashMoveKind> m_kind; ///< none: a float
};

} // namespace foyer
