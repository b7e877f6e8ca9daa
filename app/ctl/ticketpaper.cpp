#include "app/ctl/ticketpaper.h"

#include "core/domain/inputtext.h"
#include "core/services/boxoffice.h"
#include "ui/printing/orderprint.h"
#include "ui/printing/ticketpdf.h"

#include <algorithm>

namespace foyer::ctl {

namespace {

/// As it stands on paper: among the tickets of its order, with the name of whoever holds it.
Result<printing::PrintedTicket> paperOf(BoxOffice &office, TicketId id)
{
    const auto order = office.orders().ofTicket(id);
    if (!order)
        return fail(order.error());
    const auto line = std::find_if(order->lines.begin(), order->lines.end(), [&](const OrderLine &l) { return l.ticket.id == id; });
    if (line == order->lines.end() || line->ticket.state != TicketState::Valid)
        return fail(ErrorCode::InvalidInput, {translate("Input", "this ticket admits nobody")});
    const auto papers = printing::printedTickets(office, *order);
    if (!papers)
        return fail(papers.error());
    const auto paper = std::find_if(papers->begin(), papers->end(), [&](const auto &p) { return p.ticketNumber == line->ticket.number.grouped(); });
    if (paper == papers->end())
        return fail(ErrorCode::NotFound, {translate("Input", "this ticket")});
    printing::PrintedTicket out = *paper;
    if (const CustomerId holder = line->ticket.holder; !holder.isNull())
        out.holder = office.customers().get(holder).map([](const Customer &customer) { return customer.name; }).value_or(QString());
    return out;
}

/// In the system's locale; where a service has none, times and amounts still look as people write them.
printing::PrintStyle paperStyle()
{
    printing::PrintStyle style;
    if (style.locale.language() == QLocale::C)
        style.locale = QLocale(QLocale::English, QLocale::UnitedKingdom);
    return style;
}

} // namespace

server::ReadPaper ticketPaper()
{
    return [](BoxOffice &office, TicketId id) {
        return paperOf(office, id).map([](const printing::PrintedTicket &paper) -> server::Drawing {
            return [paper] { return printing::TicketPdf(paperStyle()).bytes(std::array{paper}); };
        });
    };
}

} // namespace foyer::ctl
