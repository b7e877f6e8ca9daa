// Gifts: tickets that were passed on to an e-mail become the tickets of whoever registers with it, in the unit of work that registers them.
#pragma once

#include "core/base/id.h"

#include <QtCore/QString>

namespace foyer {
class Work;
}

namespace foyer::gifts {

/// The one form in which e-mails are compared.
QString folded(const QString &email);

/// At the beginning of a unit of work that writes a customer's e-mail.
void beginRegistering(Work &work);
/// Links what waits for this e-mail to the customer; their codes stay as they are. Of two who register with one e-mail, the first
/// gets them. Returns how many.
int claim(Work &work, StaffId by, CustomerId customer, const QString &email);

} // namespace foyer::gifts
