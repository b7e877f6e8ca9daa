// Rail: the pages down the left side, and at its foot the settings and who is signed in.
#pragma once

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QtWidgets/QWidget>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QButtonGroup)
QT_FORWARD_DECLARE_CLASS(QMenu)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QVBoxLayout)

namespace foyer {

class Rail final : public QWidget
{
    Q_OBJECT

public:
    explicit Rail(Theme &theme, QWidget *parent = nullptr);

    /// A page that can be gone to by `id`; its words come with setPageText().
    enum class Place { Top, Foot };
    void addPage(int id, IconName icon, Place place = Place::Top);
    void setPageText(int id, const QString &text);
    /// How much waits on the page for whoever is signed in: a number on its icon, said with its word. 0: nothing.
    void setWaiting(int id, int count);
    void setPageVisible(int id, bool visible);
    void setCurrent(int id);
    void setPerson(const QString &name);
    /// In training there is no training to start.
    void setTraining(bool training) { m_isTraining = training; }
    /// What the menu says of the backups; nothing when empty.
    void setBackupText(std::function<QString()> text) { m_backupText = std::move(text); }

Q_SIGNALS:
    void pageChosen(int id);
    void signOutChosen();
    void trainingChosen();
    void backupsChosen();
    void lockChosen();

protected:
    void changeEvent(QEvent *event) override;

private:
    QPushButton *addButton(IconName icon);
    void fillPersonMenu();
    void retranslate();

    Theme &m_theme;
    QVBoxLayout *m_pages;
    QButtonGroup *m_group;
    QVBoxLayout *m_foot;
    QPushButton *m_person;
    QMenu *m_personMenu;
    QString m_name;
    bool m_isTraining = false;
    std::function<QString()> m_backupText;
};

} // namespace foyer
