#include "app/ctl/orderanswer.h"
#include "core/domain/inputtext.h"
#include "ui/printing/orderprint.h"
#include "ui/printing/ticketpdf.h"

namespace foyer::ctl {

namespace {

/// In the system's locale; where a script has none, times and amounts still look as people write them.
printing::PrintStyle reprintStyle()
{
    printing::PrintStyle style;
    if (style.locale.language() == QLocale::C)
        style.locale = QLocale(QLocale::English, QLocale::UnitedKingdom);
    return style;
}

/// On record before the file is there, as with every printer: marked as a copy, and counted.
Answer printAgain(Call &call)
{
    if (!call.has("output"))
        return usage(translate("Ctl", "--output says which file the tickets go to."));
    const auto office = call.open();
    if (!office)
        return failed(office.error());
    const auto detail = orderByNumber(**office, call.argument(0));
    if (!detail)
        return failed(detail.error());
    if (const auto noted = (*office)->orders().noteReprint((*office)->system(), detail->order.id, Reprint::Tickets); !noted)
        return failed(noted.error());
    const auto papers = printing::printedTickets(**office, detail->order, true);
    if (!papers)
        return failed(papers.error());
    if (papers->empty())
        return failed(Error{ErrorCode::InvalidInput, {translate("Input", "none of its tickets admits anybody")}, {}});
    if (const auto written = printing::TicketPdf(reprintStyle()).write(call.value("output"), *papers); !written)
        return failed(written.error());
    return Outcome{translate("Ctl", "%1 tickets, copy %2, written to %3.").arg(QString::number(papers->size()), QString::number(papers->front().copy), call.value("output")),
                   {{QStringLiteral("order"), detail->order.number}, {QStringLiteral("tickets"), int(papers->size())}, {QStringLiteral("copy"), papers->front().copy},
                    {QStringLiteral("file"), call.value("output")}}, {}};
}

} // namespace

Verb orderPrintVerb()
{
    Verb verb;
    verb.name = QStringLiteral("order print");
    verb.arguments = QStringLiteral("NUMBER");
    verb.argumentCount = 1;
    verb.summary = translate("Ctl", "Print the tickets of an order again, into a PDF; marked and counted as a copy.");
    verb.options = {{QStringLiteral("output"), translate("Ctl", "The file to write."), translate("Ctl", "file")}};
    verb.run = printAgain;
    verb.drawsPaper = true;
    return verb;
}

} // namespace foyer::ctl
