// Fault: why a request is refused, and how that is said in the dialect of the request.
#pragma once

#include "app/server/message.h"
#include "core/base/error.h"

#include <QtCore/QString>

namespace foyer::server {

/// Plain JSON, or JSON:API where the request came as that.
enum class Dialect { Plain, JsonApi };

struct Fault {
    int status = 400;
    QString code;    ///< "sold_out"
    QString message; ///< one sentence
    QString field = {}; ///< "quantity"; of JSON:API its path: "data.attributes.quantity"
    int retryAfter = 0; ///< seconds; 0: not said
    QByteArray allow = {}; ///< of a 405: the methods there are
};

/// What an error of the services is over HTTP.
Fault faultFrom(const Error &error, const QString &field = {});
Response refused(Dialect dialect, const Fault &fault);

QByteArray mediaType(Dialect dialect);

} // namespace foyer::server
