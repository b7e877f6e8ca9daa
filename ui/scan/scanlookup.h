// ScanLookup: what a scanned code is: a ticket with its state and order, or an order by its number.
#pragma once

#include "core/services/orders.h"

#include <QtCore/QObject>

namespace foyer {

class Backend;

struct ScanAnswer {
    QByteArray scanned;
    std::optional<TicketCheck> ticket; ///< empty when the code was an order's number
    bool isCode = false;               ///< a signed code, not a number that anybody can type
    std::optional<Order> order;
    QString promo;                     ///< a promo code, which the cart takes
    std::optional<Error> error;        ///< nothing was found

    /// A ticket that is genuine and valid, or an order: told with another tone than the rest.
    bool isGood() const;
};

class ScanLookup final : public QObject
{
    Q_OBJECT

public:
    explicit ScanLookup(Backend &backend, QObject *parent = nullptr) : QObject(parent), m_backend(backend) {}

    /// Answers come in the order of the scans.
    void lookUp(const QByteArray &scanned);

Q_SIGNALS:
    void found(const foyer::ScanAnswer &answer);

private:
    Backend &m_backend;
};

} // namespace foyer
