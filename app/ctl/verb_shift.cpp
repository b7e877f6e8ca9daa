#include "app/ctl/call.h"
#include "core/domain/businessday.h"
#include "core/domain/inputtext.h"

#include <QtCore/QJsonArray>

namespace foyer::ctl {

namespace {

/// The command line belongs to whoever may read the keys; it asks for no PIN.
Result<Actor> namedActor(BoxOffice &office, const QString &name)
{
    const auto members = office.staff().list();
    if (!members)
        return fail(members.error());
    for (const StaffMember &member : *members)
        if (member.name == name)
            return Actor{member.id, member.role, office.terminal(), ShiftId()};
    return fail(ErrorCode::NotFound, {translate("Input", "\"%1\" on the staff").arg(name)});
}

/// Whoever --by names, or the house itself.
Result<Actor> actorOf(Call &call, BoxOffice &office)
{
    return call.has("by") ? namedActor(office, call.value("by")) : office.system();
}

/// An amount in the currency of the till's shift, or of the house.
Result<Money> amountOf(BoxOffice &office, const QString &text)
{
    const auto shift = office.shifts().current();
    const auto house = office.shifts().house();
    if (!shift || !house)
        return fail(shift ? house.error() : shift.error());
    return Money::parse(text, *shift ? (*shift)->opening.currency() : house->currency);
}

/// "50.00*3 0.20*11": value times pieces.
Result<CashCount> piecesOf(BoxOffice &office, const QString &text)
{
    CashCount count;
    for (const QString &part : text.split(u' ', Qt::SkipEmptyParts)) {
        const auto value = amountOf(office, part.section(u'*', 0, 0));
        bool isNumber = false;
        const qint64 pieces = part.section(u'*', 1).toLongLong(&isNumber);
        if (!value || !isNumber)
            return fail(ErrorCode::InvalidInput, {translate("Input", "\"%1\" is not a value times pieces, such as 20.00*3").arg(part.left(40))});
        count.push_back({value->minor(), pieces});
    }
    return count;
}

QString amountLine(const QString &words, Money amount)
{
    return QStringLiteral("  %1 %2 %3\n").arg(words.leftJustified(28), amount.toString().rightJustified(12), amount.currency().code());
}

QString textOf(const ShiftReport &report)
{
    QString text = report.number > 0 ? translate("Ctl", "Z %1 of %2, business day %3\n").arg(QString::number(report.number), report.shift.till,
                                                                                             businessDate(report.shift.day).toString(Qt::ISODate))
                                     : translate("Ctl", "X of %1, business day %2\n").arg(report.shift.till, businessDate(report.shift.day).toString(Qt::ISODate));
    text += amountLine(translate("Ctl", "Float"), report.shift.opening);
    for (const ReportFigure &figure : report.taken)
        text += amountLine(translate("Ctl", "Taken, %1 × %2").arg(QString::number(figure.count), figure.name), figure.amount);
    for (const ReportFigure &figure : report.givenBack)
        text += amountLine(translate("Ctl", "Given back, %1 × %2").arg(QString::number(figure.count), figure.name), -figure.amount);
    text += amountLine(translate("Ctl", "Paid in"), report.movedBy(CashMoveKind::PaidIn));
    text += amountLine(translate("Ctl", "Paid out"), -report.movedBy(CashMoveKind::PaidOut));
    text += amountLine(translate("Ctl", "Cash expected"), report.expected);
    if (report.counted) {
        text += amountLine(translate("Ctl", "Cash counted"), *report.counted);
        text += amountLine(translate("Ctl", "Difference"), report.difference());
    }
    text += amountLine(translate("Ctl", "Sales, %1 tickets").arg(report.sales.count), report.sales.amount);
    for (const ReportTax &tax : report.taxes)
        text += amountLine(translate("Ctl", "Tax at %1 % of %2").arg(QString::number(tax.rateBasisPoints / 100.0), tax.gross.toString()), tax.tax);
    for (const ReportOpenPayment &payment : report.open)
        text += amountLine(translate("Ctl", "Without an answer, %1").arg(payment.tender), payment.amount);
    return text + amountLine(translate("Ctl", "Grand total of sales"), report.grandSales);
}

QJsonObject shiftJson(const DrawerShift &shift)
{
    return {{QStringLiteral("id"), shift.id.toString()}, {QStringLiteral("number"), shift.number}, {QStringLiteral("till"), shift.till},
            {QStringLiteral("cashier"), shift.cashier}, {QStringLiteral("state"), stateName(shift.state)},
            {QStringLiteral("business_day"), businessDate(shift.day).toString(Qt::ISODate)}, {QStringLiteral("float"), shift.opening.toString()},
            {QStringLiteral("currency"), shift.opening.currency().code()}};
}

Outcome shiftOutcome(const DrawerShift &shift)
{
    return {translate("Ctl", "Shift %1 of %2 is %3, float %4 %5.").arg(QString::number(shift.number), shift.till, stateName(shift.state),
                                                                      shift.opening.toString(), shift.opening.currency().code()), shiftJson(shift), {}};
}

Answer reportAnswer(const Result<ShiftReport> &report)
{
    return report ? Answer(Outcome{textOf(*report), toJson(*report), {}}) : failed(report.error());
}

/// Opens the box office and finds out who acts.
enum class Beside { Nobody, OthersWrite };

template <typename Body>
Answer withShifts(Call &call, Body body, Beside beside = Beside::Nobody)
{
    const auto office = beside == Beside::OthersWrite ? call.openReading() : call.open();
    if (!office)
        return failed(office.error());
    const auto actor = actorOf(call, **office);
    return actor ? body(**office, *actor) : failed(actor.error());
}

Answer openShift(Call &call)
{
    return withShifts(call, [&](BoxOffice &office, const Actor &actor) -> Answer {
        const auto opening = amountOf(office, call.argument(0));
        const auto shift = opening ? office.shifts().open(actor, *opening) : Result<DrawerShift>(fail(opening.error()));
        return shift ? Answer(shiftOutcome(*shift)) : failed(shift.error());
    });
}

Answer moveCash(Call &call, CashMoveKind kind)
{
    return withShifts(call, [&](BoxOffice &office, const Actor &actor) -> Answer {
        const auto amount = amountOf(office, call.argument(0));
        if (!amount)
            return failed(amount.error());
        if (const auto moved = office.shifts().move(actor, kind, *amount, call.value("reason")); !moved)
            return failed(moved.error());
        return Outcome{kind == CashMoveKind::PaidIn ? translate("Ctl", "%1 paid in.").arg(amount->toString()) : translate("Ctl", "%1 paid out.").arg(amount->toString()),
                       {{QStringLiteral("kind"), kindName(kind)}, {QStringLiteral("amount"), amount->toString()}}, {}};
    });
}

Answer openDrawer(Call &call)
{
    return withShifts(call, [&](BoxOffice &office, const Actor &actor) -> Answer {
        const auto shift = office.shifts().current();
        if (!shift)
            return failed(shift.error());
        const Currency currency = *shift ? (*shift)->opening.currency() : Currency();
        if (const auto moved = office.shifts().move(actor, CashMoveKind::NoSale, Money::zero(currency), call.value("reason")); !moved)
            return failed(moved.error());
        return Outcome{translate("Ctl", "On record: the drawer is opened without a sale."), {{QStringLiteral("kind"), kindName(CashMoveKind::NoSale)}}, {}};
    });
}

Answer handOver(Call &call)
{
    return withShifts(call, [&](BoxOffice &office, const Actor &actor) -> Answer {
        const auto to = namedActor(office, call.argument(0));
        const auto shift = to ? office.shifts().handOver(actor, *to) : Result<DrawerShift>(fail(to.error()));
        return shift ? Answer(shiftOutcome(*shift)) : failed(shift.error());
    });
}

Answer closeShift(Call &call)
{
    return withShifts(call, [&](BoxOffice &office, const Actor &actor) -> Answer {
        const auto pieces = piecesOf(office, call.argument(0));
        if (!pieces)
            return failed(pieces.error());
        const auto counted = office.shifts().count(actor, *pieces);
        return counted ? reportAnswer(office.shifts().close(actor, counted->id)) : failed(counted.error());
    });
}

Answer readX(Call &call)
{
    return withShifts(call, [&](BoxOffice &office, const Actor &actor) { return reportAnswer(office.shifts().x(actor)); }, Beside::OthersWrite);
}

Answer showZ(BoxOffice &office, const Actor &actor, const QString &number)
{
    bool isNumber = false;
    const qint64 wanted = number.toLongLong(&isNumber);
    return isNumber ? reportAnswer(office.shifts().z(actor, wanted)) : usage(translate("Ctl", "\"%1\" is not the number of a Z.").arg(number.left(40)));
}

Answer showShift(Call &call)
{
    return withShifts(call, [&](BoxOffice &office, const Actor &actor) -> Answer {
        if (call.has("z"))
            return showZ(office, actor, call.value("z"));
        const auto shift = office.shifts().current();
        const auto zs = office.shifts().zs(actor);
        if (!shift || !zs)
            return failed(shift ? zs.error() : shift.error());
        Outcome outcome = *shift ? shiftOutcome(**shift) : Outcome{translate("Ctl", "No shift is open on this till."), {}, {}};
        outcome.json = {{QStringLiteral("open"), *shift ? QJsonValue(shiftJson(**shift)) : QJsonValue()}};
        QJsonArray list;
        for (const ZLine &z : *zs) {
            list.append(QJsonObject{{QStringLiteral("number"), z.number}, {QStringLiteral("counted"), z.counted.toString()},
                                    {QStringLiteral("expected"), z.expected.toString()}, {QStringLiteral("currency"), z.counted.currency().code()},
                                    {QStringLiteral("business_day"), businessDate(z.day).toString(Qt::ISODate)}});
            outcome.text += translate("Ctl", "\n  Z %1, %2, counted %3, expected %4").arg(QString::number(z.number), businessDate(z.day).toString(Qt::ISODate),
                                                                                        z.counted.toString(), z.expected.toString());
        }
        outcome.json.insert(QStringLiteral("zs"), list);
        return outcome;
    }, Beside::OthersWrite);
}

Answer setRule(Call &call)
{
    if (call.argument(0) != QLatin1String("on") && call.argument(0) != QLatin1String("off"))
        return usage(translate("Ctl", "The rule is \"on\" or \"off\"."));
    const bool on = call.argument(0) == QLatin1String("on");
    return withShifts(call, [&](BoxOffice &office, const Actor &actor) -> Answer {
        if (const auto set = office.shifts().demandForCash(actor, on); !set)
            return failed(set.error());
        return Outcome{on ? translate("Ctl", "Cash needs an open shift now.") : translate("Ctl", "Cash needs no open shift now."),
                       {{QStringLiteral("cash_needs_shift"), on}}, {}};
    });
}

Verb shiftVerb(const char *name, const QString &argument, const QString &summary, std::function<Answer(Call &)> run)
{
    return verbOf("shift", name, argument, summary,
                  {{QStringLiteral("by"), translate("Ctl", "Who does it; the house itself otherwise."), translate("Ctl", "name")}}, std::move(run));
}

} // namespace

std::vector<Verb> shiftVerbs()
{
    const QCommandLineOption reason(QStringLiteral("reason"), translate("Ctl", "Why cash moves without a sale."), translate("Ctl", "text"));
    const QString amount = QStringLiteral("AMOUNT");
    std::vector<Verb> verbs{
        shiftVerb("open", QStringLiteral("FLOAT"), translate("Ctl", "Open this till's shift with its float."), openShift),
        shiftVerb("paid-in", amount, translate("Ctl", "Cash that comes into the drawer without a sale."), [](Call &call) { return moveCash(call, CashMoveKind::PaidIn); }),
        shiftVerb("paid-out", amount, translate("Ctl", "Cash that leaves the drawer without a refund."), [](Call &call) { return moveCash(call, CashMoveKind::PaidOut); }),
        shiftVerb("no-sale", {}, translate("Ctl", "The drawer is opened without a sale."), openDrawer),
        shiftVerb("hand-over", QStringLiteral("NAME"), translate("Ctl", "Somebody else answers for the drawer from now on."), handOver),
        shiftVerb("x", {}, translate("Ctl", "What the open shift has taken so far."), readX),
        shiftVerb("close", QStringLiteral("COUNT"), translate("Ctl", "Count the drawer, as in \"50.00*3 0.20*11\", and close the shift with its Z."), closeShift),
        shiftVerb("show", {}, translate("Ctl", "The open shift and the Zs of this till; one of them with --z."), showShift),
        shiftVerb("rule", QStringLiteral("on|off"), translate("Ctl", "Whether cash needs an open shift."), setRule)};
    verbs[1].options << reason;
    verbs[2].options << reason;
    verbs[3].options << reason;
    verbs[7].options << QCommandLineOption(QStringLiteral("z"), translate("Ctl", "Show the Z of this number as it was."), translate("Ctl", "number"));
    return verbs;
}

} // namespace foyer::ctl
