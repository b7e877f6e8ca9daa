// DoorList: the doors with databases of their own: when each was heard, what it was given to sell, and what became of that.
#pragma once

#include "core/services/doorcentre.h"
#include "core/services/doorgrants.h"
#include "ui/pay/pressguard.h"
#include "ui/session.h"

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QStackedWidget)
QT_FORWARD_DECLARE_CLASS(QTreeWidget)
QT_FORWARD_DECLARE_CLASS(QTreeWidgetItem)

namespace foyer {

class Backend;
class Banner;
class GrantForm;
class OrderQuestion;
class Theme;
struct Desk;

/// For those who may grant places.
class DoorList final : public QWidget
{
    Q_OBJECT

public:
    DoorList(const Theme &theme, Backend &backend, Monotonic now, QWidget *parent = nullptr);

    void activate(const Session &session);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    enum Side { Nothing, Shown, Asked, Giving };
    struct All {
        std::vector<DoorState> doors;
        std::vector<GrantState> grants;
    };
    /// What is done about a door or a grant; answers with what to say.
    using Verb = std::function<Result<QString>(Desk &, const Actor &)>;

    QWidget *makeList();
    void connectVerbs();
    void retranslate();
    void look();
    static Result<All> read(Desk &desk);
    static QStringList rowsOf(const All &all);
    void fill();
    QTreeWidgetItem *makeRow(const DoorState &door) const;
    QTreeWidgetItem *makeRow(const GrantState &grant) const;
    void refreshVerbs();
    const DoorState *door() const;
    const GrantState *grant() const;
    void askRevoke();
    void askWriteOff();
    void ask(const QString &title, const QString &sentences, const QString &text, Verb verb);
    void act();
    void give(const GrantWish &wish);
    void onDone(const Result<QString> &done);
    void stepBack();
    void takeKeys();

    Backend &m_backend;
    Session m_session;
    All m_all;
    QStringList m_rows; ///< as they stand in the list
    int m_asking = 0;
    Verb m_verb;
    QTimer m_refresh;
    Banner *m_banner;
    QStackedWidget *m_sides;
    QTreeWidget *m_tree = nullptr;
    QPushButton *m_give = nullptr;
    QPushButton *m_revoke = nullptr;
    QPushButton *m_writeOff = nullptr;
    OrderQuestion *m_question;
    GrantForm *m_form;
};

} // namespace foyer
