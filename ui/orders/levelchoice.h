// LevelChoice: the other prices that tickets of an order could have; each button says what it costs or gives back.
#pragma once

#include "core/services/exchanges.h"
#include "ui/pay/pressguard.h"

#include <QtWidgets/QWidget>

QT_FORWARD_DECLARE_CLASS(QCheckBox)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QVBoxLayout)

namespace foyer {

class LevelChoice final : public QWidget
{
    Q_OBJECT

public:
    explicit LevelChoice(Monotonic now, QWidget *parent = nullptr);

    /// `creditTo`: whose wallet may get what is given back; empty: nobody's.
    void ask(const QString &title, const std::vector<LevelOffer> &levels, const QString &creditTo);
    /// While it happens.
    void setBusy(bool busy);

Q_SIGNALS:
    void chosen(const foyer::LevelOffer &level, bool asCredit);
    void left();

private:
    QLabel *m_title;
    QLabel *m_words;
    QWidget *m_tiles;
    QCheckBox *m_credit;
    QPushButton *m_back;
    PressGuard m_guard;
};

} // namespace foyer
