#include "core/storage/life.h"

#include "core/base/random.h"
#include "core/storage/setting_store.h"
#include "core/storage/terminal_store.h"
#include "core/storage/verify_store.h"

namespace foyer::life {

namespace {

/// Nobody begins chains faster than this, even right after a copy was made.
constexpr qint64 SparedChains = 100;
constexpr qint64 MillisecondsPerChain = 10'000;

QString lifeSetting() { return QStringLiteral("life"); }
QString chainsAfterSetting() { return QStringLiteral("chains_after"); } // read by Writer

/// Chains that the life before may have begun since its last record that is here were at most one every ten seconds. So a
/// second restore of the same copy, which comes later, leaves those of the first free too.
void spareChains(Database &database, qint64 chainsBefore)
{
    const Rows last = database.run("SELECT coalesce(max(at), 0) FROM journal");
    const qint64 recorded = last.front().number(0);
    const qint64 since = recorded == 0 ? 0 : qMax<qint64>(0, database.now().ms - recorded);
    const qint64 spared = qMax(lastChain(database), chainsBefore) + SparedChains + since / MillisecondsPerChain;
    const qint64 earlier = setting_store::find(database, chainsAfterSetting()).value_or(QString()).toLongLong();
    setting_store::put(database, chainsAfterSetting(), QString::number(qMax(spared, earlier + SparedChains)));
}

QList<ChainId> missing(Database &database, const QHash<ChainId, ChainHead> &marks)
{
    QList<ChainId> out;
    for (auto mark = marks.begin(); mark != marks.end(); ++mark)
        if (verify_store::hashOf(database, mark.key(), mark->seq) != mark->hash)
            out << mark.key();
    return out;
}

} // namespace

QString current(Database &database)
{
    return setting_store::find(database, lifeSetting()).value_or(QString());
}

void beginNew(Database &database, Random &random, qint64 chainsBefore)
{
    spareChains(database, chainsBefore);
    setting_store::put(database, lifeSetting(), QString::fromLatin1(random.bytes(16).toHex()));
    database.run("UPDATE terminal SET epoch = epoch + 1");
}

qint64 lastChain(Database &database)
{
    return database.run("SELECT coalesce(max(number), 0) FROM chain").front().number(0);
}

QHash<ChainId, ChainHead> marks(Database &database, const KeyStore &keys)
{
    const QString life = current(database);
    QList<TerminalId> living;
    for (const TerminalId terminal : terminal_store::all(database))
        if (keys.life(terminal) == life)
            living << terminal;
    return keys.marks(living);
}

void enter(Database &database, const KeyStore &keys, TerminalId terminal)
{
    const QString life = current(database);
    if (keys.life(terminal) != life) {
        for (const ChainId chain : missing(database, keys.marks({terminal})))
            keys.retire(terminal, chain);
        keys.setLife(terminal, life);
        return;
    }
    const QList<ChainId> lost = missing(database, keys.currentMarks(terminal));
    if (lost.isEmpty())
        return;
    qCritical("this database lacks records that this machine wrote into it: it was restored or cut. A new epoch begins.");
    Transaction transaction(database);
    spareChains(database, 0);
    database.run("UPDATE terminal SET epoch = epoch + 1 WHERE id = ?", {terminal});
    transaction.commit();
    for (const ChainId chain : lost)
        keys.setAside(terminal, chain);
}

} // namespace foyer::life
