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

} // namespace

server::ReadPaper ticketPaper()
{
    return [](BoxOffice &office, TicketId id) {
        return paperOf(office, id).map([](const printing::PrintedTicket &paper) -> server::Drawing {
            return [paper] { return printing::TicketPdf(printing::PrintStyle{}).bytes(std::array{paper}); };
        });
    };
}

} // namespace foyer::ctl
