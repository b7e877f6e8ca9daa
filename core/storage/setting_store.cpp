#include "core/storage/setting_store.h"

#include "core/storage/database.h"

namespace foyer::setting_store {

std::optional<QString> find(Database &database, const QString &name)
{
    const Rows rows = database.run("SELECT value FROM setting WHERE name = ?", {name});
    return rows.empty() ? std::nullopt : std::optional(rows.front().text(0));
}

void put(Database &database, const QString &name, const QString &value)
{
    database.run("INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", {name, value});
}

} // namespace foyer::setting_store
