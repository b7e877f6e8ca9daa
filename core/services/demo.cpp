#include "core/services/demo.h"

#include "core/base/random.h"
#include "core/domain/inputtext.h"
#include "core/services/demohistory.h"
#include "core/storage/migrator.h"
#include "core/storage/setclock.h"
#include "core/storage/setting_store.h"
#include "core/storage/writer.h"

#include <QtCore/QFile>

#include <array>

namespace foyer {

namespace {

constexpr Milliseconds Day{24 * 60 * 60'000};

const QString &demoSetting()
{
    static const QString name = QStringLiteral("demo");
    return name;
}

Result<void> requireEmpty(BoxOffice &office)
{
    const auto venues = office.catalogue().venues();
    const auto staff = office.staff().list();
    if (!venues || !staff)
        return fail(venues ? staff.error() : venues.error());
    if (venues->empty() && staff->empty())
        return {};
    return fail(ErrorCode::InvalidInput, {translate("Input", "this box office is not empty, and a demo needs a new one")});
}

Result<std::vector<Actor>> addStaff(BoxOffice &office)
{
    std::vector<Actor> sellers;
    for (const DemoMember &member : demoStaff()) {
        const auto added = office.staff().add(office.system(), QString::fromLatin1(member.name), member.role, QString::fromLatin1(member.pin));
        if (!added)
            return fail(added.error());
        if (member.role == Role::Cashier || member.role == Role::Supervisor)
            sellers.push_back({added->id, member.role, office.terminal(), {}});
    }
    return sellers;
}

/// The clock of the program and, on PostgreSQL, of the server; the server's own rules again when this is gone.
class DemoClock
{
public:
    DemoClock(const DatabaseUrl &url, Instant start) : m_clock(start)
    {
        if (url.kind != DatabaseUrl::Kind::Postgres)
            return;
        m_administrator = Database::open(url, Database::Mode::Administer, m_clock);
        setclock::install(*m_administrator, start);
    }

    ~DemoClock()
    {
        try {
            if (m_administrator)
                setclock::remove(*m_administrator);
        } catch (const StorageError &error) {
            qCritical("the server's clock is still set: %s", error.what());
        }
    }
    DemoClock(const DemoClock &) = delete;
    DemoClock &operator=(const DemoClock &) = delete;

    const Clock &clock() const { return m_clock; }

    void set(Instant at)
    {
        m_clock.set(at);
        if (m_administrator)
            setclock::set(*m_administrator, at);
    }

private:
    SetClock m_clock;
    std::unique_ptr<Database> m_administrator;
};

Result<DemoSummary> fill(const BoxOfficeConfig &config, const DemoOptions &options, const std::function<void(int)> &progress)
{
    const Instant today = config.clock.now();
    {
        const auto office = BoxOffice::open(config); // the terminal's key is truly random
        if (!office)
            return fail(office.error());
        if (const auto empty = requireEmpty(**office); !empty)
            return fail(empty.error());
    }
    const Instant from = today - options.historyDays * Day;
    DemoClock clock(config.url, from);
    SeededRandom random(options.seed);
    const auto opened = BoxOffice::open({config.url, config.keyFolder, config.terminalName, clock.clock(), random, crypto::PinCost::Minimal});
    if (!opened)
        return fail(opened.error());
    BoxOffice &office = **opened;
    auto sellers = addStaff(office);
    if (!sellers)
        return fail(sellers.error());
    auto shows = addDemoSeason(office, today);
    if (!shows)
        return fail(shows.error());
    DemoSummary summary{3, int(shows->size()), 0, 0};
    const auto setTime = [&](Instant at) { clock.set(at); };
    DemoHistory history({office, setTime, progress, std::move(*sellers), options.seed, options.percent}, std::move(*shows), from, today);
    if (const auto sold = history.run(); !sold)
        return fail(sold.error());
    const auto marked = office.writer().write([](Work &work) -> Result<void> {
        setting_store::put(work.db(), demoSetting(), QStringLiteral("yes"));
        return {};
    });
    if (!marked)
        return fail(marked.error());
    summary.orders = history.orders();
    summary.tickets = history.tickets();
    return summary;
}

/// Builds beside the file, so that one that was broken off leaves nothing behind.
Result<DemoSummary> fillNewFile(BoxOfficeConfig config, const DemoOptions &options, const std::function<void(int)> &progress)
{
    const QString path = config.url.path;
    config.url.path = path + QStringLiteral(".building");
    try { // whoever holds the lock of the half-built file is still building
        Database::open(config.url, Database::Mode::Administer, config.clock);
    } catch (const StorageError &error) {
        if (error.kind() != StorageError::Kind::NotADatabase && error.kind() != StorageError::Kind::Corrupt)
            return fail(error.toError());
    }
    QFile::remove(config.url.path);
    if (const auto migrated = BoxOffice::migrate(config.url, config.clock); !migrated)
        return fail(migrated.error());
    auto filled = fill(config, options, progress);
    if (!filled) {
        QFile::remove(config.url.path);
        return filled;
    }
    if (QFile building(config.url.path); !building.rename(path))
        return fail(ErrorCode::FileUnreadable, {path, building.errorString()});
    return filled;
}

} // namespace

std::span<const DemoMember> demoStaff()
{
    static constexpr std::array Members{
        DemoMember{"Anna", Role::Cashier, "111111"},  DemoMember{"Ben", Role::Steward, "222222"},
        DemoMember{"Clara", Role::Supervisor, "333333"}, DemoMember{"David", Role::Manager, "444444"},
        DemoMember{"Eva", Role::Administrator, "555555"},
    };
    return Members;
}

Result<bool> isDemo(Writer &writer)
{
    return writer.read([](Database &db) { return setting_store::find(db, demoSetting()).value_or(QString()) == QLatin1String("yes"); });
}

Result<DemoSummary> buildDemo(const BoxOfficeConfig &config, const DemoOptions &options, const std::function<void(int)> &progress)
{
    return guarded([&]() -> Result<DemoSummary> {
        if (config.url.kind == DatabaseUrl::Kind::Sqlite && !QFile::exists(config.url.path))
            return fillNewFile(config, options, progress);
        if (const auto migrated = BoxOffice::migrate(config.url, config.clock); !migrated)
            return fail(migrated.error());
        return fill(config, options, progress);
    });
}

} // namespace foyer
