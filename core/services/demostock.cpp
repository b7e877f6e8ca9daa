#include "core/services/demostock.h"

#include <map>

namespace foyer {

namespace {

constexpr int RowsTried = 6;

/// The same on every platform, unlike the distributions of the standard library.
int below(int bound, std::mt19937_64 &random)
{
    return int(random() % quint64(bound));
}

} // namespace

DemoStock::DemoStock(const DemoShow &show)
{
    for (const TicketType &type : show.event.ticketTypes) {
        Type stock;
        stock.isSeated = type.admission == AdmissionKind::Seated;
        std::map<std::pair<QString, QString>, size_t> rows;
        for (const PlanSeat &seat : show.seats) {
            if (!stock.isSeated || !type.categories.contains(seat.category))
                continue;
            const auto [row, isNew] = rows.try_emplace({seat.label.zone, seat.label.row}, stock.rows.size());
            if (isNew)
                stock.rows.push_back({});
            stock.rows[row->second].seats.push_back(seat.id);
            m_rowOfSeat.insert(seat.id, {m_types.size(), row->second});
            ++stock.free;
        }
        for (Row &row : stock.rows)
            row.left = row.right = row.seats.size() / 2;
        if (!stock.isSeated)
            stock.free = type.capacity;
        m_capacity += stock.free;
        m_types.push_back(std::move(stock));
    }
    m_free = m_capacity;
}

size_t DemoStock::chooseType(std::mt19937_64 &random) const
{
    int ticket = below(m_free, random);
    for (size_t i = 0; i < m_types.size(); ++i) {
        if (ticket < m_types[i].free)
            return i;
        ticket -= m_types[i].free;
    }
    return m_types.size() - 1;
}

std::vector<SeatId> DemoStock::takeFrom(Row &row, int count, std::mt19937_64 &random)
{
    const auto n = size_t(count);
    std::vector<SeatId> seats;
    const bool leftFits = row.left >= n;
    const bool rightFits = row.seats.size() - row.right >= n;
    if (leftFits && (!rightFits || below(2, random) == 0)) {
        seats.assign(row.seats.begin() + qptrdiff(row.left - n), row.seats.begin() + qptrdiff(row.left));
        row.left -= n;
    } else if (rightFits) {
        seats.assign(row.seats.begin() + qptrdiff(row.right), row.seats.begin() + qptrdiff(row.right + n));
        row.right += n;
    } else if (count == 1 && !row.returned.empty()) {
        seats.push_back(row.returned.back());
        row.returned.pop_back();
    }
    return seats;
}

DemoStock::Choice DemoStock::take(int count, std::mt19937_64 &random)
{
    if (m_free == 0)
        return {};
    Choice choice;
    choice.type = chooseType(random);
    Type &type = m_types[choice.type];
    if (!type.isSeated) {
        choice.quantity = std::min(count, type.free);
    } else {
        const int rows = int(type.rows.size());
        for (int attempt = 0; attempt < RowsTried && choice.seats.empty(); ++attempt) {
            const int nearFirst = std::min(below(rows, random), below(rows, random));
            choice.seats = takeFrom(type.rows[size_t(nearFirst)], count, random);
        }
        for (int n = count; n > 0 && choice.seats.empty(); --n)
            for (size_t row = 0; row < type.rows.size() && choice.seats.empty(); ++row)
                choice.seats = takeFrom(type.rows[row], n, random);
        choice.quantity = int(choice.seats.size());
    }
    type.free -= choice.quantity;
    m_free -= choice.quantity;
    return choice;
}

void DemoStock::giveBack(const Choice &choice)
{
    Type &type = m_types[choice.type];
    type.free += choice.quantity;
    m_free += choice.quantity;
    for (const SeatId &seat : choice.seats) {
        const auto place = m_rowOfSeat.value(seat);
        m_types[place.first].rows[place.second].returned.push_back(seat);
    }
}

} // namespace foyer
