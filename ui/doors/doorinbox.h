// DoorInbox: what doors told that does not fit, newest first, until somebody who may settle it has.
#pragma once

#include "ui/doors/doormatter.h"
#include "ui/pay/pressguard.h"
#include "ui/session.h"

#include <QtWidgets/QWidget>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QListWidget)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QStackedWidget)

namespace foyer {

class Backend;
class Banner;
class CustomerPicker;
class MatterView;
class OrderQuestion;
class Theme;
struct Desk;
struct FoundPurse;

/// The list is read by whoever counts it, and shown here by show(); changed() asks for another look.
class DoorInbox final : public QWidget
{
    Q_OBJECT

public:
    DoorInbox(const Theme &theme, Backend &backend, Monotonic now, QWidget *parent = nullptr);

    /// Somebody opens it.
    void activate(const Session &session);
    void show(std::vector<DoorMatter> matters);
    void tell(const Error &error);

Q_SIGNALS:
    /// Something was settled.
    void changed();
    /// Cash goes out: the drawer is wanted.
    void cashMoved();
    void orderWanted(const QString &ticket);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum Side { Shown, Asked, Crediting };
    using Settle = std::function<Result<void>(Desk &, const Actor &)>;

    QWidget *makeCredit();
    QWidget *makeRight();
    void connectSides();
    void fill();
    void look();
    const DoorMatter *current() const;
    const SaleConflict *currentSale() const;
    void askAccept();
    void askGiveBack();
    void askDismiss();
    void askCredit(const FoundPurse &purse);
    void ask(const QString &title, const QString &sentences, const QString &verb, Settle settle, const QString &done, bool givesCash = false);
    void settle();
    void onSettled(const Result<void> &settled);
    void stepBack();
    void takeKeys();

    Backend &m_backend;
    Session m_session;
    std::vector<DoorMatter> m_matters;
    QUuid m_shown;           ///< of the matter on the right
    PressGuard m_guard;      ///< where a press settles without a question
    Settle m_settle;         ///< what the question's answer does
    QString m_done;          ///< what to say then
    bool m_givesCash = false;
    Banner *m_banner;
    QStackedWidget *m_whole; ///< nothing to settle, or list and sides
    QListWidget *m_list;
    QStackedWidget *m_sides = nullptr;
    MatterView *m_view;
    OrderQuestion *m_question;
    CustomerPicker *m_picker = nullptr;
};

} // namespace foyer
