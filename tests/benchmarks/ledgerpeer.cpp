#include "tests/benchmarks/ledgerpeer.h"

#include "tests/benchmarks/measure.h"
#include "tests/benchmarks/postgresscript.h"

#include "core/base/random.h"
#include "core/storage/database.h"

#include <latch>
#include <thread>

namespace foyer::bench {

namespace {

/// 26 symbols that sort by time: ten of the millisecond, sixteen of chance.
QString idFunction()
{
    QStringList symbols;
    for (int shift = 45; shift >= 0; shift -= 5)
        symbols << QStringLiteral("substr(symbols, ((ms >> %1) & 31)::int + 1, 1)").arg(shift);
    for (int byte = 0; byte < 16; ++byte)
        symbols << QStringLiteral("substr(symbols, (get_byte(noise, %1) & 31) + 1, 1)").arg(byte);
    return QStringLiteral(
        "CREATE FUNCTION ledger_id(prefix TEXT) RETURNS TEXT LANGUAGE plpgsql VOLATILE AS $$ DECLARE "
        "symbols CONSTANT TEXT := '0123456789ABCDEFGHJKMNPQRSTVWXYZ'; "
        "ms BIGINT := floor(extract(epoch FROM clock_timestamp()) * 1000); "
        "noise BYTEA := uuid_send(gen_random_uuid()); "
        "BEGIN RETURN prefix || '_' || %1; END $$").arg(symbols.join(QLatin1String(" || ")));
}

const char *const Tables[] = {
    "CREATE TABLE ledger_account (id TEXT PRIMARY KEY, name TEXT NOT NULL, currency TEXT NOT NULL, balance NUMERIC NOT NULL DEFAULT 0, "
    "version BIGINT NOT NULL DEFAULT 0, may_go_below BOOLEAN NOT NULL, created_at TIMESTAMPTZ NOT NULL, updated_at TIMESTAMPTZ NOT NULL)",
    "CREATE TABLE ledger_transfer (id TEXT PRIMARY KEY DEFAULT ledger_id('transfer'), debit TEXT NOT NULL REFERENCES ledger_account (id), "
    "credit TEXT NOT NULL REFERENCES ledger_account (id), amount NUMERIC NOT NULL, created_at TIMESTAMPTZ NOT NULL, "
    "happened_at TIMESTAMPTZ NOT NULL, CHECK (amount > 0 AND debit <> credit))",
    "CREATE INDEX ON ledger_transfer (debit)",
    "CREATE INDEX ON ledger_transfer (credit)",
    "CREATE INDEX ON ledger_transfer (happened_at)",
    "CREATE TABLE ledger_entry (id TEXT PRIMARY KEY DEFAULT ledger_id('entry'), account TEXT NOT NULL REFERENCES ledger_account (id), "
    "transfer TEXT NOT NULL REFERENCES ledger_transfer (id), amount NUMERIC NOT NULL, before NUMERIC NOT NULL, after NUMERIC NOT NULL, "
    "version BIGINT NOT NULL, created_at TIMESTAMPTZ NOT NULL)",
    "CREATE INDEX ON ledger_entry (account)",
    "CREATE INDEX ON ledger_entry (transfer)",
};

/// Both accounts are locked in one order for all, each side is updated and entered, and a breach is an exception.
const char MoveFunction[] = R"(
CREATE FUNCTION ledger_move(payer TEXT, payee TEXT, sum NUMERIC) RETURNS TEXT LANGUAGE plpgsql AS $$
DECLARE
    one ledger_account;
    other ledger_account;
    made TEXT;
BEGIN
    IF sum <= 0 OR payer = payee THEN
        RAISE EXCEPTION 'this cannot be moved';
    END IF;
    PERFORM 1 FROM ledger_account WHERE id = least(payer, payee) FOR UPDATE;
    PERFORM 1 FROM ledger_account WHERE id = greatest(payer, payee) FOR UPDATE;
    UPDATE ledger_account SET balance = balance - sum, version = version + 1, updated_at = now() WHERE id = payer RETURNING * INTO one;
    IF one.balance < 0 AND NOT one.may_go_below THEN
        RAISE EXCEPTION 'there is not enough on %', payer;
    END IF;
    UPDATE ledger_account SET balance = balance + sum, version = version + 1, updated_at = now() WHERE id = payee RETURNING * INTO other;
    IF one.currency <> other.currency THEN
        RAISE EXCEPTION 'the currencies differ';
    END IF;
    INSERT INTO ledger_transfer (debit, credit, amount, created_at, happened_at) VALUES (payer, payee, sum, now(), now()) RETURNING id INTO made;
    INSERT INTO ledger_entry (account, transfer, amount, before, after, version, created_at)
        VALUES (payer, made, -sum, one.balance + sum, one.balance, one.version, now());
    INSERT INTO ledger_entry (account, transfer, amount, before, after, version, created_at)
        VALUES (payee, made, sum, other.balance - sum, other.balance, other.version, now());
    RETURN made;
END $$)";

QByteArray accountName(quint32 number)
{
    return "account_" + QByteArray::number(number).rightJustified(26, '0');
}

PostgresScript transfers(int accounts, int count, quint64 seed)
{
    SeededRandom random(seed);
    PostgresScript script;
    for (int i = 0; i < count; ++i) {
        const quint32 from = random.below(quint32(accounts));
        const quint32 to = (from + 1 + random.below(quint32(accounts) - 1)) % quint32(accounts);
        script.push_back({PostgresStep::Kind::Execute, "move", {}, {accountName(from), accountName(to), QByteArray::number(1 + random.below(999))}});
    }
    return script;
}

} // namespace

void LedgerPeer::install(const DatabaseUrl &url, int accounts, qint64 each)
{
    const SystemClock clock;
    const auto admin = Database::open(url, Database::Mode::Administer, clock);
    admin->execute(idFunction());
    for (const char *sql : Tables)
        admin->execute(QLatin1String(sql));
    admin->execute(QLatin1String(MoveFunction));
    admin->execute(QStringLiteral("INSERT INTO ledger_account SELECT 'account_' || lpad((n - 1)::text, 26, '0'), 'Account ' || n, 'EUR', %1, 0, FALSE, now(), now() "
                                  "FROM generate_series(1, %2) n").arg(each).arg(accounts));
}

double LedgerPeer::time(int callers, int perCaller, int warmUp) const
{
    std::latch ready(callers + 1), end(callers);
    std::vector<std::thread> threads;
    for (int caller = 0; caller < callers; ++caller)
        threads.emplace_back([&, caller] {
            PostgresReplay connection(m_url);
            const PostgresScript script = transfers(m_accounts, warmUp + perCaller, quint64(caller) + 1);
            const std::span<const PostgresStep> steps(script);
            const PostgresStep prepare{PostgresStep::Kind::Prepare, "move", "SELECT ledger_move($1, $2, $3)", {}};
            connection.run(std::span(&prepare, 1));
            connection.run(steps.first(size_t(warmUp)));
            ready.arrive_and_wait();
            connection.run(steps.subspan(size_t(warmUp)));
            end.count_down();
        });
    ready.arrive_and_wait();
    const double seconds = secondsOf([&] { end.wait(); });
    for (std::thread &thread : threads)
        thread.join();
    return seconds;
}

void LedgerPeer::prove(qint64 transfers, qint64 each) const
{
    const SystemClock clock;
    const auto db = Database::open(m_url, Database::Mode::Read, clock);
    const Row sums = db->run("SELECT CAST(sum(balance) AS BIGINT), CAST(min(balance) AS BIGINT) FROM ledger_account").front();
    const Row entered = db->run("SELECT count(*), CAST(coalesce(sum(amount), 0) AS BIGINT) FROM ledger_entry").front();
    const qint64 wrong = db->run("SELECT count(*) FROM ledger_account a JOIN (SELECT account, CAST(sum(amount) AS BIGINT) AS n FROM ledger_entry GROUP BY account) e "
                                 "ON e.account = a.id WHERE a.balance <> ? + e.n", {each}).front().number(0);
    if (sums.number(0) != m_accounts * each || sums.number(1) < 0 || entered.number(0) != 2 * transfers || entered.number(1) != 0 || wrong != 0)
        qFatal("the plain ledger holds %lld, its least account %lld, %lld entries that add up to %lld; %lld accounts differ from their entries",
               sums.number(0), sums.number(1), entered.number(0), entered.number(1), wrong);
}

} // namespace foyer::bench
