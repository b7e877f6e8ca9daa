// ApprovalPanel: a second person at the till gives their PIN, to allow one verb that whoever is signed in may not do, or to take
// over a drawer. Stands beside the work and blocks nothing.
#pragma once

#include "ui/session.h"

#include <QtWidgets/QFrame>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QButtonGroup)
QT_FORWARD_DECLARE_CLASS(QGridLayout)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QScrollArea)

namespace foyer {

class Backend;
class Banner;
class PinPad;
class Theme;

class ApprovalPanel final : public QFrame
{
    Q_OBJECT

public:
    using Then = std::function<void(const Actor &)>;

    /// Hidden until somebody is asked.
    ApprovalPanel(const Theme &theme, Backend &backend, QWidget *parent = nullptr);

    /// Calls `then` with the session's actor: at once when they may, else with somebody's approval for this one call.
    void withRight(Permission permission, const Session &session, Then then);
    /// Calls `then` with whoever proves who they are, except the one who is signed in.
    void askPerson(const QString &title, const Session &session, Then then);
    /// Nothing is allowed any more that was asked for before.
    void cancel();

Q_SIGNALS:
    void opened();
    /// Closed with or without an answer: the keyboard goes back to the work.
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void begin(const QString &title, std::optional<Permission> permission, const Session &session, Then then);
    void show(const std::vector<std::pair<StaffId, QString>> &people);
    void submit(const QString &pin);
    void answered(quint64 number, const Result<Actor> &actor);

    Backend &m_backend;
    QLabel *m_title;
    QLabel *m_words;
    QScrollArea *m_names;
    QGridLayout *m_tiles;
    QButtonGroup *m_group;
    PinPad *m_pad;
    Banner *m_banner;
    QPushButton *m_cancel;
    Session m_session;
    std::optional<Permission> m_permission; ///< none: only who they are
    Then m_then;
    std::vector<StaffId> m_people;
    quint64 m_number = 0; ///< answers to an earlier question are dropped
};

} // namespace foyer
