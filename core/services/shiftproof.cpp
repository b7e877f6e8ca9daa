#include "core/services/shiftproof.h"

#include "core/domain/inputtext.h"
#include "core/domain/shift.h"
#include "core/storage/shift_store.h"
#include "core/storage/shiftfigures_store.h"

namespace foyer {

namespace {

using shiftproof_store::ZRow;

/// Names change with the catalogue after a Z; what has to agree is how much and how many.
QString sumOf(const std::vector<ReportFigure> &figures)
{
    qint64 count = 0;
    qint64 amount = 0;
    for (const ReportFigure &figure : figures) {
        count += figure.count;
        amount += figure.amount.minor();
    }
    return QStringLiteral("%1 × %2").arg(count).arg(amount);
}

QString textOf(const std::vector<ReportFigure> &tenders)
{
    QStringList parts;
    for (const ReportFigure &figure : tenders)
        parts << QStringLiteral("%1 %2 × %3 %4").arg(figure.name, QString::number(figure.count), QString::number(figure.amount.minor()), figure.amount.currency().code());
    return parts.join(QStringLiteral(", "));
}

QString textOf(const std::vector<ReportTax> &taxes)
{
    QStringList parts;
    for (const ReportTax &tax : taxes)
        parts << QStringLiteral("%1: %2 of %3").arg(tax.rateBasisPoints).arg(tax.tax.minor()).arg(tax.gross.minor());
    return parts.join(QStringLiteral(", "));
}

} // namespace

void ShiftProof::check()
{
    for (const ZRow &z : shiftproof_store::zs(m_db)) {
        checkNumber(z);
        const auto told = shiftReportFrom(z.body);
        if (!told) {
            m_breaches.add(translate("Verify", "Z %1 of %2 cannot be read.").arg(QString::number(z.number), z.till));
            continue;
        }
        recount(z, *told);
        follow(z, *told);
        lookForHeads(z, *told);
    }
}

void ShiftProof::checkNumber(const ZRow &z)
{
    qint64 &latest = m_numbers[z.terminal.uuid()];
    if (z.number != latest + 1)
        m_breaches.add(translate("Verify", "%1: Z %2 follows Z %3.").arg(z.till).arg(z.number).arg(latest));
    latest = z.number;
}

void ShiftProof::recount(const ZRow &z, const ShiftReport &told)
{
    ShiftReport counted;
    counted.shift = told.shift;
    if (const auto shift = shift_store::find(m_db, z.shift))
        counted.shift = *shift;
    shiftfigures_store::count(m_db, counted);
    const auto compare = [&](const QString &what, const QString &said, const QString &is) {
        if (said != is)
            differs(z, what, said, is);
    };
    compare(translate("Verify", "its number"), QString::number(told.number), QString::number(z.number));
    compare(translate("Verify", "the cash expected"), QString::number(z.expected), QString::number(counted.expected.minor()));
    compare(translate("Verify", "the cash expected on paper"), QString::number(told.expected.minor()), QString::number(z.expected));
    compare(translate("Verify", "the cash counted"), told.counted ? QString::number(told.counted->minor()) : QString(), QString::number(z.counted));
    compare(translate("Verify", "what was taken"), textOf(told.taken), textOf(counted.taken));
    compare(translate("Verify", "what was given back"), textOf(told.givenBack), textOf(counted.givenBack));
    compare(translate("Verify", "its sales"), sumOf({told.sales}), sumOf({counted.sales}));
    compare(translate("Verify", "its ticket types"), sumOf(told.types), sumOf(counted.types));
    compare(translate("Verify", "its price levels"), sumOf(told.levels), sumOf(counted.levels));
    compare(translate("Verify", "its taxes"), textOf(told.taxes), textOf(counted.taxes));
    compare(translate("Verify", "its refunds, discounts and comps"), sumOf({told.refunds, told.discounts, told.comps}),
            sumOf({counted.refunds, counted.discounts, counted.comps}));
}

void ShiftProof::follow(const ZRow &z, const ShiftReport &told)
{
    Totals &totals = m_totals[{z.terminal.uuid(), z.currency}];
    totals.sales += told.sales.amount.minor();
    totals.refunds += told.refunds.amount.minor();
    if (z.grandSales != totals.sales || told.grandSales.minor() != totals.sales)
        differs(z, translate("Verify", "the grand total of sales"), QString::number(z.grandSales), QString::number(totals.sales));
    if (z.grandRefunds != totals.refunds || told.grandRefunds.minor() != totals.refunds)
        differs(z, translate("Verify", "the grand total of refunds"), QString::number(z.grandRefunds), QString::number(totals.refunds));
}

void ShiftProof::lookForHeads(const ZRow &z, const ShiftReport &told)
{
    for (const ReportHead &head : told.heads)
        if (QString::fromLatin1(verify_store::hashOf(m_db, head.chain, head.seq).toHex()) != head.hash)
            m_breaches.add(translate("Verify", "The journal was cut: Z %1 of %2 names %3, which is not there as it was.")
                               .arg(QString::number(z.number), z.till, m_nameOf(head.chain, head.seq)));
}

void ShiftProof::differs(const ZRow &z, const QString &what, const QString &told, const QString &counted)
{
    m_breaches.add(translate("Verify", "Z %1 of %2 says of %3: %4, but a recount gives %5.").arg(QString::number(z.number), z.till, what, told, counted));
}

} // namespace foyer
