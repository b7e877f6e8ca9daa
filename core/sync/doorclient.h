// DoorClient: posts a door's messages to its centre over HTTP.
#pragma once

#include "core/sync/doorbooks.h"

#include <QtCore/QUrl>
#include <QtNetwork/QNetworkAccessManager>

namespace foyer {

class DoorClient final : public QObject
{
public:
    static constexpr Milliseconds Patience{10'000};

    explicit DoorClient(QUrl centre, QObject *parent = nullptr);

    /// `then` is called once, from this thread's event loop. CentreUnavailable, DoorStopped, PermissionDenied, InvalidInput.
    void post(const DoorStep &step, std::function<void(Result<QJsonObject>)> then);
    /// Waits for the answer: for programs without a window.
    Result<QJsonObject> ask(const DoorStep &step);

private:
    QUrl m_centre;
    QNetworkAccessManager m_network;
};

/// Everything that waits is uploaded, what the door has to know is downloaded, and what it was granted is stored and acknowledged. For programs without a window.
Result<void> syncDoor(BoxOffice &office, DoorClient &client);
/// What waits is sent at once, after places were given back.
Result<void> sendReturns(BoxOffice &office, DoorClient &client);

} // namespace foyer
