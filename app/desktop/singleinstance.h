// SingleInstance: one window for each file; a second start raises the first.
#pragma once

#include <QtNetwork/QLocalServer>

namespace foyer {

class SingleInstance final : public QObject
{
    Q_OBJECT

public:
    /// `path`: the database file, which need not exist yet.
    explicit SingleInstance(const QString &path, QObject *parent = nullptr);

    /// Tells the program that has the file open to show its window. False when there is none.
    bool raiseOther();
    /// From now on raised() is emitted for every later start on this file.
    void listen();

Q_SIGNALS:
    void raised();

private:
    const QString m_name;
    QLocalServer m_server;
};

} // namespace foyer
