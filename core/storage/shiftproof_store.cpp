#include "core/storage/shiftproof_store.h"

#include "core/base/crypto.h"

#include <QtCore/QCoreApplication>

namespace foyer::shiftproof_store {

namespace {

QString bare(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

Batch recordsBatch(std::span<const verify_store::Segment> segments)
{
    Batch batch{{"c", ColumnType::Uuid}, {"a", ColumnType::Int}, {"b", ColumnType::Int}};
    for (const auto &segment : segments)
        batch.add({segment.chain, segment.first, segment.last});
    return batch;
}

Told standing(Told told, const Row &row, int chainColumn)
{
    told.chain = row.id<ChainId>(chainColumn);
    told.seq = row.number(chainColumn + 1);
    return told;
}

} // namespace

Told openedTold(const QUuid &id, const QUuid &terminal, qint64 number, qint64 opening, const QString &currency)
{
    return {'s', id, {}, 0, QStringLiteral("%1 %2 %3 %4").arg(bare(terminal), QString::number(number), QString::number(opening), currency),
            QCoreApplication::translate("Verify", "shift %1 with a float of %2 %3").arg(QString::number(number), QString::number(opening), currency)};
}

Told movedTold(const QUuid &id, const QUuid &shift, const QString &kind, qint64 amount)
{
    return {'v', id, {}, 0, QStringLiteral("%1 %2 %3").arg(bare(shift), kind, QString::number(amount)),
            QCoreApplication::translate("Verify", "the %1 of %2").arg(kind, QString::number(amount))};
}

Told handedOverTold(const QUuid &id, const QUuid &shift, const QUuid &from, const QUuid &to)
{
    return {'h', id, {}, 0, QStringLiteral("%1 %2 %3").arg(bare(shift), bare(from), bare(to)),
            QCoreApplication::translate("Verify", "the handover of a drawer")};
}

Told countedTold(const QUuid &id, const QUuid &shift, qint64 number, qint64 total, const QString &pieces)
{
    return {'n', id, {}, 0, QStringLiteral("%1 %2 %3 %4").arg(bare(shift), QString::number(number), QString::number(total), pieces),
            QCoreApplication::translate("Verify", "the count of %1").arg(total)};
}

Told closedTold(const QUuid &id, const QUuid &shift, qint64 number, qint64 counted, qint64 expected, const QString &bodyHash)
{
    return {'z', id, {}, 0, QStringLiteral("%1 %2 %3 %4 %5").arg(bare(shift), QString::number(number), QString::number(counted), QString::number(expected), bodyHash),
            QCoreApplication::translate("Verify", "Z %1").arg(number)};
}

std::vector<Told> rowsOf(Database &db, std::span<const verify_store::Segment> segments)
{
    std::vector<Told> out;
    const Batch batch = recordsBatch(segments);
    for (const Row &row : db.run("SELECT s.id, s.terminal_id, s.number, s.opening, s.currency, s.chain_id, s.seq FROM {batch} "
                                 "JOIN drawer_shift s ON s.chain_id = batch.c AND s.seq BETWEEN batch.a AND batch.b", batch))
        out.push_back(standing(openedTold(row.uuid(0), row.uuid(1), row.number(2), row.number(3), row.text(4)), row, 5));
    for (const Row &row : db.run("SELECT m.id, m.drawer_shift_id, m.kind, m.amount, m.chain_id, m.seq FROM {batch} "
                                 "JOIN cash_movement m ON m.chain_id = batch.c AND m.seq BETWEEN batch.a AND batch.b", batch))
        out.push_back(standing(movedTold(row.uuid(0), row.uuid(1), row.text(2), row.number(3)), row, 4));
    for (const Row &row : db.run("SELECT h.id, h.drawer_shift_id, h.from_id, h.to_id, h.chain_id, h.seq FROM {batch} "
                                 "JOIN drawer_handover h ON h.chain_id = batch.c AND h.seq BETWEEN batch.a AND batch.b", batch))
        out.push_back(standing(handedOverTold(row.uuid(0), row.uuid(1), row.uuid(2), row.uuid(3)), row, 4));
    for (const Row &row : db.run("SELECT n.id, n.drawer_shift_id, n.number, n.total, n.pieces, n.chain_id, n.seq FROM {batch} "
                                 "JOIN drawer_count n ON n.chain_id = batch.c AND n.seq BETWEEN batch.a AND batch.b", batch))
        out.push_back(standing(countedTold(row.uuid(0), row.uuid(1), row.number(2), row.number(3), row.text(4)), row, 5));
    for (const Row &row : db.run("SELECT z.id, z.drawer_shift_id, z.number, z.counted, z.expected, z.body, z.chain_id, z.seq FROM {batch} "
                                 "JOIN z_report z ON z.chain_id = batch.c AND z.seq BETWEEN batch.a AND batch.b", batch))
        out.push_back(standing(closedTold(row.uuid(0), row.uuid(1), row.number(2), row.number(3), row.number(4),
                                          QString::fromLatin1(crypto::sha256(row.text(5).toUtf8()).toHex())), row, 6));
    return out;
}

std::vector<ZRow> zs(Database &db)
{
    std::vector<ZRow> out;
    for (const Row &row : db.run("SELECT z.drawer_shift_id, t.name, z.number, z.counted, z.expected, z.grand_sales, z.grand_refunds, z.currency, z.body, t.id "
                                 "FROM z_report z JOIN terminal t ON t.id = z.terminal_id ORDER BY t.number, z.number"))
        out.push_back({row.id<DrawerShiftId>(0), row.id<TerminalId>(9), row.text(1), row.number(2), row.number(3), row.number(4), row.number(5), row.number(6), row.text(7),
                       row.text(8).toUtf8()});
    return out;
}

} // namespace foyer::shiftproof_store
