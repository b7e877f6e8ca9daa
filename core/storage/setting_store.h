// Settings of the whole box office, by name.
#pragma once

#include <QtCore/QString>

#include <optional>

namespace foyer {
class Database;
}

namespace foyer::setting_store {

std::optional<QString> find(Database &database, const QString &name);
void put(Database &database, const QString &name, const QString &value);

} // namespace foyer::setting_store
