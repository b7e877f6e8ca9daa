// MachineQuestion: asks the person at a card machine that stands alone what it showed. Holds no rules: it says what was
// answered.
#pragma once

#include "core/base/money.h"
#include "ui/pay/pressguard.h"

#include <QtWidgets/QWidget>

#include <optional>
#include <utility>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace foyer {

class Theme;

class MachineQuestion final : public QWidget
{
    Q_OBJECT

public:
    enum class About {
        Charge,     ///< the amount was typed into the machine: approved, declined, don't know
        Again,      ///< the same, but the till was interrupted meanwhile
        Settlement, ///< nobody knew it at the till; a supervisor has looked it up
        Refund,     ///< the amount is to be given back on the machine
        Correction, ///< cash was really a card
    };

    MachineQuestion(const Theme &theme, Monotonic now, QWidget *parent = nullptr);

    /// Begins anew: nothing is typed.
    void ask(About about, Money amount);
    /// An answer is on its way; no second one is taken.
    void setBusy(bool busy);

Q_SIGNALS:
    /// With the number on the machine's receipt, which is never empty.
    void approved(const QString &receipt);
    void declined();
    /// "Don't know" and "Later": the way out without an answer.
    void leftOpen();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeReceipt(const Theme &theme);
    QWidget *makeVerbs();
    void tellQuestion();
    void typeInto(const QString &text);
    void refresh();
    void approve();

    PressGuard m_guard;
    bool m_isBusy = false;
    std::optional<std::pair<About, Money>> m_asked;
    QLabel *m_title;
    QLabel *m_text;
    QLineEdit *m_receipt = nullptr;
    QPushButton *m_approved = nullptr;
    QPushButton *m_declined = nullptr;
    QPushButton *m_open = nullptr;
};

} // namespace foyer
