// SignInPage: a tile with one's name, and six digits.
#pragma once

#include "ui/backend/backend.h"
#include "ui/session.h"

#include <QtWidgets/QWidget>

QT_FORWARD_DECLARE_CLASS(QButtonGroup)
QT_FORWARD_DECLARE_CLASS(QGridLayout)
QT_FORWARD_DECLARE_CLASS(QLabel)

namespace foyer {

class Banner;
class EmptyState;
class PinPad;
class Theme;

class SignInPage final : public QWidget
{
    Q_OBJECT

public:
    SignInPage(const Theme &theme, Backend &backend, QWidget *parent = nullptr);

    /// Reads who may sign in, and waits for somebody to do so.
    void begin();
    /// The same in the middle of somebody's work: their tile is chosen, and `notice` says what goes on behind.
    void beginLocked(const Session &owner, const QString &notice);
    void setNotice(const QString &notice);

Q_SIGNALS:
    void signedIn(const foyer::Session &session);
    /// The names were painted.
    void namesShown();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct People {
        std::vector<StaffMember> members;
        bool isDemo = false;
    };

    void wait();
    void load();
    int usualChoice() const;
    bool isShown(const People &people) const;
    void showStaff(const People &people);
    void addTile(int index);
    void choose(int index);
    void takeKeys();
    void chooseByLetter(const QString &letter);
    void moveChoice(int by);
    void submit(const QString &pin);
    void retranslate();

    const Theme &m_theme;
    Backend &m_backend;
    QLabel *m_title;
    QLabel *m_notice;
    QLabel *m_who;
    QGridLayout *m_tiles;
    QButtonGroup *m_group;
    EmptyState *m_nobody;
    PinPad *m_pad;
    Banner *m_banner;
    QLabel *m_demo;
    People m_staff;
    StaffId m_owner; ///< of the work behind a lock
    int m_chosen = -1;
};

} // namespace foyer
