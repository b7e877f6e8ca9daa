// BoxOffice: one connection to one box office with all its verbs; what a program or a thread works with.
#pragma once

#include "core/services/admissions.h"
#include "core/services/archive.h"
#include "core/services/catalogue.h"
#include "core/services/changefeed.h"
#include "core/services/checkout.h"
#include "core/services/comps.h"
#include "core/services/customerlogins.h"
#include "core/services/customerrecords.h"
#include "core/services/customers.h"
#include "core/services/deposits.h"
#include "core/services/discounts.h"
#include "core/services/doorcentre.h"
#include "core/services/doorgrants.h"
#include "core/services/doorsettlement.h"
#include "core/services/doorstock.h"
#include "core/services/emailproofs.h"
#include "core/services/exchangeplans.h"
#include "core/services/exchanges.h"
#include "core/services/inventory.h"
#include "core/services/ticketoptions.h"
#include "core/services/orderdetails.h"
#include "core/services/orders.h"
#include "core/services/ordersearch.h"
#include "core/services/owedmoney.h"
#include "core/services/owners.h"
#include "core/services/parking.h"
#include "core/services/promos.h"
#include "core/services/refunds.h"
#include "core/services/shifts.h"
#include "core/services/staff.h"
#include "core/services/statistics.h"
#include "core/services/tendercorrection.h"
#include "core/services/ticketchanges.h"
#include "core/services/apitokens.h"
#include "core/services/wallets.h"
#include "core/storage/databaseurl.h"

#include <atomic>
#include <functional>
#include <memory>

namespace foyer {

class Clock;
class Database;
class KeyStore;
class Random;

/// What a box office is opened with. The references must outlive it.
struct BoxOfficeConfig {
    DatabaseUrl url;
    QString keyFolder;                    ///< the terminal's keys and marks; never inside the database
    QString terminalName = QStringLiteral("Till 1");
    const Clock &clock;
    Random &random;
    crypto::PinCost pinCost = crypto::PinCost::Interactive;
    /// Set from any thread when nobody waits for this box office any more: its connection does nothing from then on.
    std::shared_ptr<const std::atomic<bool>> givenUp = {};
};

/// Belongs to the thread that opened it.
class BoxOffice
{
public:
    /// Migrates (creating the tables when there are none). Returns the steps that ran.
    static Result<int> migrate(const DatabaseUrl &url, const Clock &clock);

    /// What a program finds under this address before anything is made there.
    enum class Found { Nothing, BoxOffice };
    /// Connects and looks; changes nothing. SchemaTooNew, and whatever keeps from connecting.
    static Result<Found> look(const DatabaseUrl &url, const Clock &clock);

    /// Opens for selling. Enrols this machine as a terminal when the key folder holds no key that the database knows.
    static Result<std::unique_ptr<BoxOffice>> open(const BoxOfficeConfig &config);
    /// Opens for looking only, beside a program that sells; every verb that writes fails with DatabaseReadOnly.
    static Result<std::unique_ptr<BoxOffice>> openReading(const BoxOfficeConfig &config);
    ~BoxOffice();

    TerminalId terminal() const;
    /// Everything that a program itself does in the house's name: demo, import from the command line.
    Actor system() const;
    Writer &writer();

    Staff &staff() { return m_staff; }
    Catalogue &catalogue() { return m_catalogue; }
    Inventory &inventory() { return m_inventory; }
    Archive &archive() { return m_archive; }
    Promos &promos() { return m_promos; }
    Discounts &discounts() { return m_discounts; }
    Parking &parking() { return m_parking; }
    Customers &customers() { return m_customers; }
    CustomerRecords &customerRecords() { return m_customerRecords; }
    Wallets &wallets() { return m_wallets; }
    Deposits &deposits() { return m_deposits; }
    Checkout &checkout() { return m_checkout; }
    Orders &orders() { return m_orders; }
    Shifts &shifts() { return m_shifts; }
    OrderSearch &orderSearch() { return m_orderSearch; }
    OrderDetails &orderDetails() { return m_orderDetails; }
    Refunds &refunds() { return m_refunds; }
    Exchanges &exchanges() { return m_exchanges; }
    ExchangePlans &exchangePlans() { return m_exchangePlans; }
    Comps &comps() { return m_comps; }
    TicketChanges &ticketChanges() { return m_ticketChanges; }
    OwedMoney &owedMoney() { return m_owedMoney; }
    TenderCorrection &tenders() { return m_tenders; }
    Statistics &statistics() { return m_statistics; }
    TicketOptions &options() { return m_options; }
    ApiTokens &tokens() { return m_tokens; }
    CustomerLogins &logins() { return m_logins; }
    EmailProofs &emailProofs() { return m_emailProofs; }
    Owners &owners() { return m_owners; }
    Admissions &admissions() { return m_admissions; }
    DoorCentre &doorCentre() { return m_doorCentre; }
    DoorGrants &doorGrants() { return m_doorGrants; }
    DoorSettlement &doorSettlement() { return m_doorSettlement; }
    DoorStock &doorStock() { return m_doorStock; }
    ChangeFeed &changes() { return m_changes; }

    /// The time that expiry is judged by.
    Result<Instant> now();
    /// Calls `told` on this thread after each commit. It must not use this box office.
    void onCommit(std::function<void()> told);
    /// Calls `heard` from this thread's event loop when another program has told of a change: a hint to read the feed.
    Result<void> listen(std::function<void()> heard);
    /// Hints to other programs that something was committed. Sent outside every unit of work.
    Result<void> tellOthers();

private:
    BoxOffice(std::unique_ptr<Database> database, std::unique_ptr<Writer> writer, const Clock &clock, crypto::PinCost cost);

    std::unique_ptr<Database> m_database;
    std::unique_ptr<Writer> m_writer;
    Staff m_staff;
    Catalogue m_catalogue;
    Inventory m_inventory;
    Archive m_archive;
    Promos m_promos;
    Discounts m_discounts;
    Parking m_parking;
    Customers m_customers;
    CustomerRecords m_customerRecords;
    Wallets m_wallets;
    Deposits m_deposits;
    Checkout m_checkout;
    Orders m_orders;
    Shifts m_shifts;
    OrderSearch m_orderSearch;
    OrderDetails m_orderDetails;
    Refunds m_refunds;
    Exchanges m_exchanges;
    ExchangePlans m_exchangePlans;
    Comps m_comps;
    TicketChanges m_ticketChanges;
    OwedMoney m_owedMoney;
    TenderCorrection m_tenders;
    Statistics m_statistics;
    TicketOptions m_options;
    ApiTokens m_tokens;
    CustomerLogins m_logins;
    EmailProofs m_emailProofs;
    Owners m_owners;
    Admissions m_admissions;
    DoorCentre m_doorCentre;
    DoorGrants m_doorGrants;
    DoorSettlement m_doorSettlement;
    DoorStock m_doorStock;
    ChangeFeed m_changes;
};

} // namespace foyer
