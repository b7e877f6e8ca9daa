// OfflineNotice: says in plain words that the database is away, what still works, and when Foyer tries again; takes the
// strip's place for so long.
#pragma once

#include <QtCore/QObject>
#include <QtCore/QTime>
#include <QtCore/QTimer>

namespace foyer {

class Backend;
class Banner;
class StatusStrip;

class OfflineNotice final : public QObject
{
    Q_OBJECT

public:
    OfflineNotice(Backend &backend, Banner &banner, StatusStrip &strip, QObject *parent);

    /// Says it again, in the present language.
    void refresh();

private:
    void setOnline(bool online);

    Backend &m_backend;
    Banner &m_banner;
    StatusStrip &m_strip;
    QTime m_since;
    QTimer m_second;
};

} // namespace foyer
