<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Exchange</name>
    <message numerus="yes">
        <source>Exchange %n ticket(s) of order %1, worth %2: choose the new places.</source>
        <translation>
            <numerusform>Exchange %n ticket of order %1, worth %2: choose the new places.</numerusform>
            <numerusform>Exchange %n tickets of order %1, worth %2: choose the new places.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) of order %1 count %2.</source>
        <translation>
            <numerusform>%n ticket of order %1 counts %2.</numerusform>
            <numerusform>%n tickets of order %1 count %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) of order %1 for the price %2: the places stay.</source>
        <translation>
            <numerusform>%n ticket of order %1 for the price %2: its place stays.</numerusform>
            <numerusform>%n tickets of order %1 for the price %2: the places stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Lock</name>
    <message numerus="yes">
        <source>A cart with %n ticket(s) over %1 stays reserved until %2.</source>
        <translation>
            <numerusform>A cart with %n ticket over %1 stays reserved until %2.</numerusform>
            <numerusform>A cart with %n tickets over %1 stays reserved until %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Matters</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Orders</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 tickets left</source>
        <translation>
            <numerusform>%n of %1 tickets left</numerusform>
            <numerusform>%n of %1 tickets left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>printed again %n time(s)</source>
        <translation>
            <numerusform>printed again %n time</numerusform>
            <numerusform>printed again %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Statistics</name>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::BestBar</name>
    <message numerus="yes">
        <source>The best %n seat(s)</source>
        <translation>
            <numerusform>The best seat</numerusform>
            <numerusform>The best %n seats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The best %n seat(s): Ctrl+%n</source>
        <translation>
            <numerusform>The best seat: Ctrl+%n</numerusform>
            <numerusform>The best %n seats: Ctrl+%n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::CartPanel</name>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parked cart(s)   F4</source>
        <translation>
            <numerusform>%n parked cart   F4</numerusform>
            <numerusform>%n parked carts   F4</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parked cart(s)   Shift+F4</source>
        <translation>
            <numerusform>%n parked cart   Shift+F4</numerusform>
            <numerusform>%n parked carts   Shift+F4</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::CompPanel</name>
    <message numerus="yes">
        <source>Give %n ticket(s) free of charge</source>
        <translation>
            <numerusform>Give %n ticket free of charge</numerusform>
            <numerusform>Give %n tickets free of charge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give %n free</source>
        <translation>
            <numerusform>Give %n free</numerusform>
            <numerusform>Give %n free</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::DonePage</name>
    <message numerus="yes">
        <source>Writing %n ticket(s)…</source>
        <translation>
            <numerusform>Writing %n ticket…</numerusform>
            <numerusform>Writing %n tickets…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Print %n ticket(s)</source>
        <translation>
            <numerusform>Print %n ticket</numerusform>
            <numerusform>Print %n tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::DoorList</name>
    <message numerus="yes">
        <source>Sell %n place(s) of %1, %2 here again?</source>
        <translation>
            <numerusform>Sell %n place of %1, %2 here again?</numerusform>
            <numerusform>Sell %n places of %1, %2 here again?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) are for sale here again.</source>
        <translation>
            <numerusform>%n place is for sale here again.</numerusform>
            <numerusform>%n places are for sale here again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) are %1&apos;s to sell, as soon as it has fetched them.</source>
        <translation>
            <numerusform>%n place is %1&apos;s to sell, as soon as it has fetched it.</numerusform>
            <numerusform>%n places are %1&apos;s to sell, as soon as it has fetched them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::DoorNotice</name>
    <message numerus="yes">
        <source>%n place(s) left to sell here.</source>
        <translation>
            <numerusform>%n place left to sell here.</numerusform>
            <numerusform>%n places left to sell here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sale(s) wait to be sent.</source>
        <translation>
            <numerusform>%n sale waits to be sent.</numerusform>
            <numerusform>%n sales wait to be sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Foyer tries again in %n second(s).</source>
        <translation>
            <numerusform>Foyer tries again in %n second.</numerusform>
            <numerusform>Foyer tries again in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The clock of this machine is %n minute(s) off; set it right.</source>
        <translation>
            <numerusform>The clock of this machine is %n minute off; set it right.</numerusform>
            <numerusform>The clock of this machine is %n minutes off; set it right.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::DoorTabs</name>
    <message numerus="yes">
        <source>%n passage(s) and sale(s) of doors do not fit</source>
        <translation>
            <numerusform>%n passage or sale of doors does not fit</numerusform>
            <numerusform>%n passages and sales of doors do not fit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::GrantForm</name>
    <message numerus="yes">
        <source>%n place(s) are free here. What the door gets, nobody else sells, until the door gives it back.</source>
        <translation>
            <numerusform>%n place is free here. What the door gets, nobody else sells, until the door gives it back.</numerusform>
            <numerusform>%n places are free here. What the door gets, nobody else sells, until the door gives it back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::LastSale</name>
    <message numerus="yes">
        <source>%n open card payment(s)</source>
        <translation>
            <numerusform>%n open card payment</numerusform>
            <numerusform>%n open card payments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::LockSettings</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::OfflineNotice</name>
    <message numerus="yes">
        <source>Foyer tries again in %n second(s).</source>
        <translation>
            <numerusform>Foyer tries again in %n second.</numerusform>
            <numerusform>Foyer tries again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::OrderView</name>
    <message numerus="yes">
        <source>Refund %n ticket(s)…</source>
        <translation>
            <numerusform>Refund %n ticket…</numerusform>
            <numerusform>Refund %n tickets…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke %n…</source>
        <translation>
            <numerusform>Revoke %n…</numerusform>
            <numerusform>Revoke %n…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reinstate %n</source>
        <translation>
            <numerusform>Reinstate %n</numerusform>
            <numerusform>Reinstate %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pass %n on…</source>
        <translation>
            <numerusform>Pass %n on…</numerusform>
            <numerusform>Pass %n on…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exchange %n…</source>
        <translation>
            <numerusform>Exchange %n…</numerusform>
            <numerusform>Exchange %n…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::OrdersPage</name>
    <message numerus="yes">
        <source>Refund %n ticket(s) of order %1?</source>
        <translation>
            <numerusform>Refund %n ticket of order %1?</numerusform>
            <numerusform>Refund %n tickets of order %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke %n ticket(s) of order %1?</source>
        <translation>
            <numerusform>Revoke %n ticket of order %1?</numerusform>
            <numerusform>Revoke %n tickets of order %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke %n ticket(s)</source>
        <translation>
            <numerusform>Revoke %n ticket</numerusform>
            <numerusform>Revoke %n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) passed on to %1. The codes before admit nobody any more: print them again.</source>
        <translation>
            <numerusform>%n ticket passed on to %1. The code before admits nobody any more: print it again.</numerusform>
            <numerusform>%n tickets passed on to %1. The codes before admit nobody any more: print them again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) revoked. They can be reinstated here.</source>
        <translation>
            <numerusform>%n ticket revoked. It can be reinstated here.</numerusform>
            <numerusform>%n tickets revoked. They can be reinstated here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) reinstated.</source>
        <translation>
            <numerusform>%n ticket reinstated.</numerusform>
            <numerusform>%n tickets reinstated.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Another price for %n ticket(s) of order %1?</source>
        <translation>
            <numerusform>Another price for %n ticket of order %1?</numerusform>
            <numerusform>Another price for %n tickets of order %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) passed on to %1, who gets them when registering with it. The codes before admit nobody any more: print them again.</source>
        <translation>
            <numerusform>%n ticket passed on to %1, who gets it when registering with it. The code before admits nobody any more: print it again.</numerusform>
            <numerusform>%n tickets passed on to %1, who gets them when registering with it. The codes before admit nobody any more: print them again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pass %n ticket(s) on to</source>
        <translation>
            <numerusform>Pass %n ticket on to</numerusform>
            <numerusform>Pass %n tickets on to</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::ParkedPanel</name>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::PrintTroubleBar</name>
    <message numerus="yes">
        <source>Waiting: %n print job(s), the first is %1.</source>
        <translation>
            <numerusform>Waiting: %n print job, %1.</numerusform>
            <numerusform>Waiting: %n print jobs, the first is %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::PromoSection</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::Rail</name>
    <message numerus="yes">
        <source>%n thing(s) to settle</source>
        <translation>
            <numerusform>%n thing to settle</numerusform>
            <numerusform>%n things to settle</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::ReservationView</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::ScanPanel</name>
    <message numerus="yes">
        <source>%n ticket(s) · %1</source>
        <translation>
            <numerusform>%n ticket · %1</numerusform>
            <numerusform>%n tickets · %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::SellPage</name>
    <message numerus="yes">
        <source>%n ticket(s) could not be reserved again: somebody else has the places now.</source>
        <translation>
            <numerusform>%n ticket could not be reserved again: somebody else has the place now.</numerusform>
            <numerusform>%n tickets could not be reserved again: somebody else has the places now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>So many are not free side by side. They sit in %n group(s), close to each other.</source>
        <translation>
            <numerusform>So many are not free side by side. They sit in %n group, close to each other.</numerusform>
            <numerusform>So many are not free side by side. They sit in %n groups, close to each other.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) could be reserved again.</source>
        <translation>
            <numerusform>%n ticket could be reserved again.</numerusform>
            <numerusform>%n tickets could be reserved again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) are gone: somebody else has the places now.</source>
        <translation>
            <numerusform>%n ticket is gone: somebody else has the place now.</numerusform>
            <numerusform>%n tickets are gone: somebody else has the places now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take all %n</source>
        <translation>
            <numerusform>Take %n</numerusform>
            <numerusform>Take all %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::SideColumn</name>
    <message numerus="yes">
        <source>The cart with %n ticket(s) is parked and stays reserved until %1. F4 shows the parked carts.</source>
        <translation>
            <numerusform>The cart with %n ticket is parked and stays reserved until %1. F4 shows the parked carts.</numerusform>
            <numerusform>The cart with %n tickets is parked and stays reserved until %1. F4 shows the parked carts.</numerusform>
        </translation>
    </message>
</context>
</TS>
