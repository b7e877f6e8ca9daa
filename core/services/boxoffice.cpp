#include "core/services/boxoffice.h"

#include "core/base/random.h"
#include "core/storage/keystore.h"
#include "core/storage/life.h"
#include "core/storage/migrator.h"
#include "core/storage/terminal_store.h"
#include "core/storage/writer.h"

#include <QtCore/QFileInfo>

namespace foyer {

namespace {

constexpr const char *HintChannel = "foyer_changed";

/// Runs `body`; its failures name the database or the user, as their sentences want it.
template <typename Body>
auto opening(const DatabaseUrl &url, Body &&body) -> decltype(body())
{
    auto result = guarded(body);
    if (result)
        return result;
    switch (result.error().code) {
    case ErrorCode::NotADatabase:
    case ErrorCode::DatabaseCorrupt:
    case ErrorCode::DatabaseReadOnly:
        result.error().args = QStringList{url.kind == DatabaseUrl::Kind::Sqlite ? url.path : url.display()};
        break;
    case ErrorCode::WrongPassword:
    case ErrorCode::DatabaseForbidden:
        result.error().args = QStringList{url.user};
        break;
    default:
        break;
    }
    return result;
}

} // namespace

BoxOffice::BoxOffice(std::unique_ptr<Database> database, std::unique_ptr<Writer> writer, const Clock &clock, crypto::PinCost cost)
    : m_database(std::move(database)), m_writer(std::move(writer)), m_staff(*m_writer, cost), m_catalogue(*m_writer),
      m_inventory(*m_writer, m_catalogue, clock), m_archive(*m_writer, m_inventory), m_promos(*m_writer), m_discounts(*m_writer, m_inventory), m_parking(*m_writer), m_customers(*m_writer),
      m_customerRecords(*m_writer), m_wallets(*m_writer), m_deposits(*m_writer), m_checkout(*m_writer), m_orders(*m_writer),
      m_shifts(*m_writer), m_orderSearch(*m_writer, m_customers), m_orderDetails(*m_writer), m_refunds(*m_writer), m_exchanges(*m_writer), m_exchangePlans(*m_writer, m_exchanges, m_checkout),
      m_comps(*m_writer), m_ticketChanges(*m_writer), m_owedMoney(*m_writer), m_tenders(*m_writer), m_statistics(*m_writer),
      m_options(*m_writer, m_inventory), m_tokens(*m_writer), m_logins(*m_writer), m_emailProofs(*m_writer), m_owners(*m_writer), m_admissions(*m_writer), m_doorCentre(*m_writer), m_doorGrants(*m_writer, m_inventory), m_doorSettlement(*m_writer), m_doorStock(*m_writer), m_changes(*m_writer)
{
}

BoxOffice::~BoxOffice() = default;

Result<int> BoxOffice::migrate(const DatabaseUrl &url, const Clock &clock)
{
    return opening(url, [&]() -> Result<int> {
        const auto database = Database::open(url, Database::Mode::Administer, clock);
        return migrator::migrate(*database);
    });
}

Result<BoxOffice::Found> BoxOffice::look(const DatabaseUrl &url, const Clock &clock)
{
    return opening(url, [&]() -> Result<Found> {
        const bool isFile = url.kind == DatabaseUrl::Kind::Sqlite;
        if (isFile && !QFileInfo::exists(url.path)) {
            const QFileInfo folder(QFileInfo(url.path).absolutePath());
            return folder.isDir() && folder.isWritable() ? Result<Found>(Found::Nothing) : fail(ErrorCode::DatabaseReadOnly);
        }
        const auto database = Database::open(url, isFile ? Database::Mode::Read : Database::Mode::Administer, clock);
        const int version = migrator::currentVersion(*database);
        if (version >= migrator::knownVersion())
            migrator::check(*database);
        return version == 0 ? Found::Nothing : Found::BoxOffice;
    });
}

Result<std::unique_ptr<BoxOffice>> BoxOffice::open(const BoxOfficeConfig &config)
{
    return opening(config.url, [&]() -> Result<std::unique_ptr<BoxOffice>> {
        auto database = Database::open(config.url, Database::Mode::Write, config.clock, config.givenUp);
        migrator::check(*database);
        const KeyStore keys(config.keyFolder);
        auto terminal = terminal_store::enrol(*database, keys, config.terminalName, config.clock, config.random);
        if (!terminal)
            return fail(terminal.error());
        life::enter(*database, keys, terminal->id);
        auto writer = std::make_unique<Writer>(*database, config.clock, config.random, keys, terminal->id, terminal->key);
        std::unique_ptr<BoxOffice> office(new BoxOffice(std::move(database), std::move(writer), config.clock, config.pinCost));
        const auto kept = office->m_doorStock.dropLost();
        return kept ? Result<std::unique_ptr<BoxOffice>>(std::move(office)) : fail(kept.error());
    });
}

Result<std::unique_ptr<BoxOffice>> BoxOffice::openReading(const BoxOfficeConfig &config)
{
    return opening(config.url, [&]() -> Result<std::unique_ptr<BoxOffice>> {
        auto database = Database::open(config.url, Database::Mode::Read, config.clock, config.givenUp);
        migrator::check(*database);
        const KeyStore keys(config.keyFolder);
        // A machine that is no terminal here has nothing to sign, but the writer wants a key.
        const auto terminal = terminal_store::find(*database, keys)
                                  .value_or(terminal_store::Terminal{{}, crypto::SigningKey::generate(config.random)});
        auto writer = std::make_unique<Writer>(*database, config.clock, config.random, keys, terminal.id, terminal.key);
        return std::unique_ptr<BoxOffice>(new BoxOffice(std::move(database), std::move(writer), config.clock, config.pinCost));
    });
}

TerminalId BoxOffice::terminal() const
{
    return m_writer->terminal();
}

Actor BoxOffice::system() const
{
    return {StaffId(), Role::Administrator, terminal(), ShiftId()};
}

Result<Instant> BoxOffice::now()
{
    return m_writer->read([](Database &db) { return db.now(); });
}

void BoxOffice::onCommit(std::function<void()> told)
{
    m_writer->onCommit(std::move(told));
}

Result<void> BoxOffice::listen(std::function<void()> heard)
{
    return m_writer->read([&](Database &db) -> Result<void> {
        db.listen(QString::fromLatin1(HintChannel), heard);
        return {};
    });
}

Result<void> BoxOffice::tellOthers()
{
    return m_writer->read([](Database &db) -> Result<void> {
        if (db.isPostgres())
            db.execute(QStringLiteral("NOTIFY %1").arg(QLatin1String(HintChannel)));
        return {};
    });
}

Writer &BoxOffice::writer()
{
    return *m_writer;
}

} // namespace foyer
