#include "ui/printing/shiftprint.h"

#include "core/domain/businessday.h"
#include "ui/printing/printtext.h"

#include <QtCore/QCoreApplication>

namespace foyer::printing {
namespace {

/// Puts the report together, section by section.
class ShiftPaper
{
    Q_DECLARE_TR_FUNCTIONS(ShiftPaper)

public:
    ShiftPaper(const ShiftReport &report, const QLocale &locale, const QTimeZone &zone) : m_report(report), m_locale(locale), m_zone(zone) {}

    PrintedReport paper(bool reprint)
    {
        m_paper.title = titleOf(m_report);
        m_paper.subtitle = tr("Till %1 · %2").arg(m_report.shift.till, m_locale.toString(businessDate(m_report.shift.day), QLocale::LongFormat));
        m_paper.reprint = reprint;
        addTimes();
        addDrawer();
        addTenders();
        addSales();
        addTaxes();
        addMoves();
        addOpenPayments();
        addEnd();
        return m_paper;
    }

private:
    QString money(Money amount) const { return moneyText(amount, m_locale); }
    QString stamp(Instant at) const { return stampText(QDateTime::fromMSecsSinceEpoch(at.ms, m_zone), m_locale); }
    QString often(qint64 count) const { return m_locale.toString(count); }
    void heading(const QString &words) { m_paper.lines.push_back({ReportLine::Heading, words, {}}); }
    void row(const QString &words, const QString &amount) { m_paper.lines.push_back({ReportLine::Row, words, amount}); }
    void strong(const QString &words, const QString &amount) { m_paper.lines.push_back({ReportLine::Strong, words, amount}); }
    void small(const QString &words, const QString &amount = {}) { m_paper.lines.push_back({ReportLine::Small, words, amount}); }

    static QString tenderWord(const QString &tender)
    {
        if (tender == QLatin1String("cash"))
            return tr("Cash");
        if (tender == QLatin1String("card"))
            return tr("Card");
        if (tender == QLatin1String("card_deposit"))
            return tr("Card, into wallets");
        if (tender == QLatin1String("gift_card"))
            return tr("Gift card");
        return tender == QLatin1String("wallet") ? tr("Wallet") : tender;
    }

    void addTimes()
    {
        row(tr("Cashier"), m_report.shift.cashier.isEmpty() ? tr("the house") : m_report.shift.cashier);
        row(tr("Opened"), stamp(m_report.shift.openedAt));
        row(m_report.number > 0 ? tr("Closed") : tr("Read"), stamp(m_report.at));
        for (const ReportHandover &handover : m_report.handovers)
            small(tr("Handed over by %1 to %2").arg(handover.from.isEmpty() ? tr("the house") : handover.from, handover.to), stamp(handover.at));
    }

    void addDrawer()
    {
        heading(tr("Cash drawer"));
        row(tr("Float"), money(m_report.shift.opening));
        const Currency currency = m_report.expected.currency();
        for (const ReportFigure &figure : m_report.taken)
            if (figure.name == QLatin1String("cash") && figure.amount.currency() == currency)
                row(tr("Cash taken"), money(figure.amount));
        for (const ReportFigure &figure : m_report.givenBack)
            if (figure.name == QLatin1String("cash") && figure.amount.currency() == currency)
                row(tr("Cash given back"), money(-figure.amount));
        row(tr("Paid in"), money(m_report.movedBy(CashMoveKind::PaidIn)));
        row(tr("Paid out"), money(-m_report.movedBy(CashMoveKind::PaidOut)));
        strong(tr("Expected"), money(m_report.expected));
        if (!m_report.counted)
            return;
        strong(tr("Counted"), money(*m_report.counted));
        const Money difference = m_report.difference();
        strong(difference.isNegative() ? tr("Too little") : difference.isPositive() ? tr("Too much") : tr("Difference"), money(difference));
        for (const CashPieces &pieces : m_report.pieces)
            if (pieces.count > 0)
                small(tr("%1 × %2", "pieces, value").arg(often(pieces.count), money(Money(pieces.value, currency))), money(Money(pieces.value, currency) * pieces.count));
    }

    void addTenders()
    {
        heading(tr("Means of payment"));
        for (const ReportFigure &figure : m_report.taken)
            row(tr("%1, %2 payments").arg(tenderWord(figure.name), often(figure.count)), money(figure.amount));
        for (const ReportFigure &figure : m_report.givenBack)
            row(tr("%1 given back, %2 times").arg(tenderWord(figure.name), often(figure.count)), money(-figure.amount));
        if (m_report.taken.empty() && m_report.givenBack.empty())
            small(tr("Nothing was paid"));
    }

    void addFigures(const std::vector<ReportFigure> &figures)
    {
        for (const ReportFigure &figure : figures)
            row(tr("%1 × %2", "how many, what").arg(often(figure.count), figure.name), money(figure.amount));
    }

    void addSales()
    {
        heading(tr("Sales"));
        strong(tr("%1 tickets in %2 orders").arg(often(m_report.sales.count), often(m_report.orders)), money(m_report.sales.amount));
        addFigures(m_report.types);
        if (!m_report.levels.empty())
            small(tr("By price level"));
        addFigures(m_report.levels);
        row(tr("Discounts, %1").arg(often(m_report.discounts.count)), money(-m_report.discounts.amount));
        row(tr("Refunds, %1").arg(often(m_report.refunds.count)), money(-m_report.refunds.amount));
        row(tr("Comps"), often(m_report.comps.count));
    }

    void addTaxes()
    {
        if (m_report.taxes.empty())
            return;
        heading(tr("Tax contained"));
        for (const ReportTax &tax : m_report.taxes)
            row(tr("%1 of %2").arg(rateText(tax.rateBasisPoints, m_locale), money(tax.gross)), money(tax.tax));
    }

    void addMoves()
    {
        heading(tr("Cash without a sale"));
        row(tr("Drawer opened without a sale"), often(m_report.times(CashMoveKind::NoSale)));
        for (const ReportMove &move : m_report.moves) {
            const QString what = move.kind == CashMoveKind::PaidIn ? tr("Paid in") : move.kind == CashMoveKind::PaidOut ? tr("Paid out") : tr("No sale");
            const Money amount = move.kind == CashMoveKind::PaidOut ? -move.amount : move.amount;
            row(tr("%1: %2").arg(what, move.reason), move.kind == CashMoveKind::NoSale ? QString() : money(amount));
            const QString by = move.by.isEmpty() ? tr("the house") : move.by;
            small(move.approver.isEmpty() ? tr("%1, %2").arg(stamp(move.at), by) : tr("%1, %2, allowed by %3").arg(stamp(move.at), by, move.approver));
        }
    }

    void addOpenPayments()
    {
        if (m_report.open.empty())
            return;
        heading(tr("Payments without an answer"));
        for (const ReportOpenPayment &payment : m_report.open) {
            row(tr("%1 of %2").arg(tenderWord(payment.tender), stamp(payment.at)), money(payment.amount));
            small(payment.reference);
        }
        small(tr("They count in the shift in which their answer comes."));
    }

    void addEnd()
    {
        heading(tr("Grand totals of this till"));
        row(tr("Sales"), money(m_report.grandSales));
        row(tr("Refunds"), money(-m_report.grandRefunds));
        if (m_report.heads.empty())
            return;
        heading(tr("Journal"));
        for (const ReportHead &head : m_report.heads)
            small(tr("Chain %1, record %2: %3").arg(head.letters, QString::number(head.seq), head.hash.left(16)));
    }

    const ShiftReport &m_report;
    QLocale m_locale;
    QTimeZone m_zone;
    PrintedReport m_paper;
};

} // namespace

QString titleOf(const ShiftReport &report)
{
    return report.number > 0 ? QCoreApplication::translate("Print", "Z %1").arg(report.number) : QCoreApplication::translate("Print", "X");
}

PrintedReport printedReport(const ShiftReport &report, const QLocale &locale, const QTimeZone &zone, bool reprint)
{
    return ShiftPaper(report, locale, zone).paper(reprint);
}

} // namespace foyer::printing
