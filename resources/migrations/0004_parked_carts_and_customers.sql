-- Carts that were set aside, and the people whom a cart is for.
-- What a cart is called while it waits, and everything about a person, stands here alone: the journal knows ids only,
-- and whoever reads for statistics sees neither table.

CREATE TABLE customer (
    id {uuid} NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    email TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    search TEXT NOT NULL, -- all of it in plain small letters, for finding by typing
    created_at {int} NOT NULL
) {strict};;

CREATE INDEX customer_by_name ON customer (name);;

ALTER TABLE reservation ADD COLUMN customer_id {uuid} REFERENCES customer (id);;

-- The order of a reservation finds its customer through it; a merge of two customers changes one column.
CREATE INDEX reservation_of_customer ON reservation (customer_id) WHERE customer_id IS NOT NULL;;

CREATE TABLE parked_cart (
    reservation_id {uuid} NOT NULL PRIMARY KEY REFERENCES reservation (id), -- one row, one taker
    label TEXT NOT NULL,
    terminal_id {uuid} NOT NULL REFERENCES terminal (id),
    staff_id {uuid} REFERENCES staff (id),
    parked_at {int} NOT NULL
) {strict};;

-- A cart is taken over with its reservation: whoever pays it, and where, is asked about it after a crash.
-- postgres
DO $$ BEGIN
    ALTER TABLE customer OWNER TO foyer_owner;
    ALTER TABLE parked_cart OWNER TO foyer_owner;
    GRANT SELECT, INSERT ON customer, parked_cart TO foyer_terminal;
    GRANT UPDATE (name, email, phone, search) ON customer TO foyer_terminal;
    GRANT UPDATE, DELETE ON parked_cart TO foyer_terminal;
    GRANT UPDATE (customer_id, terminal_id, staff_id, shift_id) ON reservation TO foyer_terminal;
END $$;;
