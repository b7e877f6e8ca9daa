// ServerStep: which server, and whether it can be reached: said in a sentence before anything is made.
#pragma once

#include "ui/firstrun/firststep.h"

#include <functional>
#include <optional>

QT_FORWARD_DECLARE_CLASS(QCheckBox)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace foyer {

class Field;

/// Looks what is under an address and calls back on the window's thread; slow, so never on it.
using Look = std::function<void(const DatabaseUrl &, std::function<void(const Result<BoxOffice::Found> &)>)>;

class ServerStep final : public FirstStep
{
    Q_OBJECT

public:
    explicit ServerStep(Look look, QWidget *parent = nullptr);

    QString title() const override;
    /// Needs a test that went well; without one it makes it, and done() follows.
    bool take(FirstAnswers &answers) override;
    void begin() override;

private:
    std::optional<DatabaseUrl> read();
    QString address() const;
    void test(bool goesOn);
    void tell(const Result<BoxOffice::Found> &found);
    void forget();

    const Look m_look;
    QLineEdit *m_host;
    QLineEdit *m_port;
    QLineEdit *m_database;
    QLineEdit *m_user;
    QLineEdit *m_password;
    Field *m_hostField;
    Field *m_portField;
    Field *m_databaseField;
    Field *m_userField;
    QCheckBox *m_remember;
    QPushButton *m_test;
    QLabel *m_outcome;
    std::optional<Result<BoxOffice::Found>> m_found; ///< of what the fields say now
    int m_asked = 0;
};

} // namespace foyer
