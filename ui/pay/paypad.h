// PayPad: what the customer hands over: quick notes, the number pad, and the buttons that take cash and cards.
#pragma once

#include "core/base/money.h"

#include <QtWidgets/QWidget>

QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QHBoxLayout)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace foyer {

class NumPad;
class Theme;

/// Holds no rules: it says what was pressed, with the amount that stands on it.
class PayPad final : public QWidget
{
    Q_OBJECT

public:
    /// `testCards`: a choice of pretended cards, for the demo and for training.
    PayPad(const Theme &theme, bool testCards, QWidget *parent = nullptr);

    /// What is still due; empties what was typed.
    void setDue(Money due);
    void clear() { setDue(m_due); }
    /// Keeps what is typed.
    void setPayable(bool byCash, bool byCard);
    /// Typed so far, zero at first.
    Money typed() const;
    NumPad &numPad() { return *m_pad; }

public Q_SLOTS:
    void pressCash();
    void pressCard();
    void pressWallet();

Q_SIGNALS:
    /// What was handed over: everything that is due when nothing was typed.
    void cashPressed(const foyer::Money &given);
    void cardPressed(const foyer::Money &amount, const QString &token);
    /// A wallet or gift card is to pay; which one is asked next.
    void walletPressed(const foyer::Money &amount);

private:
    QWidget *makeDisplay();
    QWidget *makeQuickRow();
    QWidget *makeButtons();
    QWidget *makeTestCards();
    void refreshNotes();
    void refresh();
    Money wanted() const;

    Money m_due;
    bool m_takesCash = false;
    bool m_takesCards = false;
    NumPad *m_pad;
    QLabel *m_given = nullptr;
    QLabel *m_changeLabel = nullptr;
    QLabel *m_change = nullptr;
    QHBoxLayout *m_quick = nullptr;
    std::vector<QPushButton *> m_notes;
    QPushButton *m_cash = nullptr;
    QPushButton *m_card = nullptr;
    QPushButton *m_wallet = nullptr;
    QComboBox *m_testCard = nullptr;
};

} // namespace foyer
