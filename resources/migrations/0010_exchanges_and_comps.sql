-- Exchanges and comps.

-- An exchange is two orders of one transaction: a refund of the tickets that were taken back, and an order of kind
-- 'exchange' with the new ones, which refers to the sale that all of it began with. The refund names the exchange.
ALTER TABLE orders ADD COLUMN exchange_id {uuid} REFERENCES orders (id) CHECK (exchange_id IS NULL OR kind = 'refund');;

CREATE UNIQUE INDEX orders_of_exchange ON orders (exchange_id) WHERE exchange_id IS NOT NULL;;

-- Why and by whom tickets were given free of charge.
CREATE TABLE comp (
    order_id {uuid} NOT NULL PRIMARY KEY REFERENCES orders (id),
    reason TEXT NOT NULL CHECK (reason <> ''), -- free text: stands here alone, never in the journal
    staff_id {uuid} REFERENCES staff (id), -- who issued it; NULL: a program
    approver_id {uuid} REFERENCES staff (id) -- who allowed it, if the issuer may not
) {strict};;

{append_only:comp};;

-- postgres
DO $$ BEGIN
    ALTER TABLE comp OWNER TO foyer_owner;
    GRANT SELECT, INSERT ON comp TO foyer_terminal;
    GRANT SELECT (order_id, staff_id, approver_id) ON comp TO foyer_read;
END $$;;
