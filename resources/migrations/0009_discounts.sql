-- Promo codes, discounts given by hand, prices by date.
-- A use of a code is taken when the code is entered into a cart, as a place is, and stays taken by the order. Whatever ends a cart
-- without an order gives it back. A refund does not: what was charged with the code stays charged with it.

CREATE TABLE promo_code (
    id {uuid} NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE CHECK (code <> ''), -- in the one form that everything typed is brought into
    kind TEXT NOT NULL CHECK (kind IN ('percent', 'amount')),
    value {int} NOT NULL CHECK (value > 0), -- hundredths of a percent, or minor units off the whole order
    currency TEXT CHECK (length(currency) = 3), -- of value and floor; NULL: a percentage without a floor
    floor_price {int} NOT NULL DEFAULT 0 CHECK (floor_price >= 0), -- no ticket becomes cheaper than this by the code
    valid_from {int},
    valid_until {int},
    total_limit {int} CHECK (total_limit >= 1),
    customer_limit {int} CHECK (customer_limit >= 1),
    stackable {int} NOT NULL CHECK (stackable IN (0, 1)),
    taken {int} NOT NULL DEFAULT 0 CHECK (taken >= 0), -- by carts that live and by orders; counted only where there is a limit
    revoked_at {int},
    created_at {int} NOT NULL,
    chain_id {uuid} NOT NULL,
    seq {int} NOT NULL,
    CONSTRAINT promo_code_within_limit CHECK (taken <= coalesce(total_limit, 0)),
    CHECK (kind = 'amount' OR value <= 10000),
    CHECK (currency IS NOT NULL OR (kind = 'percent' AND floor_price = 0)),
    CHECK (valid_from IS NULL OR valid_until IS NULL OR valid_from < valid_until),
    FOREIGN KEY (chain_id, seq) REFERENCES journal (chain_id, seq) DEFERRABLE INITIALLY DEFERRED
) {strict};;

-- What a code is for; without a row: everything.
CREATE TABLE promo_scope (
    promo_id {uuid} NOT NULL REFERENCES promo_code (id),
    event_id {uuid} NOT NULL REFERENCES event (id),
    ticket_type_id {uuid}, -- NULL: every type of the event
    FOREIGN KEY (ticket_type_id, event_id) REFERENCES ticket_type (id, event_id)
) {strict};;

CREATE INDEX promo_scope_of ON promo_scope (promo_id);;

-- What is taken off a cart. The amounts are not stored: lines, codes and this say what they are, until an order has charged them.
CREATE TABLE reservation_discount (
    id {uuid} NOT NULL PRIMARY KEY,
    reservation_id {uuid} NOT NULL REFERENCES reservation (id),
    number {int} NOT NULL CHECK (number >= 1), -- in the order of entering
    promo_id {uuid} REFERENCES promo_code (id), -- NULL: by hand
    line_id {uuid} REFERENCES reservation_line (id), -- NULL: the whole cart
    kind TEXT CHECK (kind IN ('percent', 'amount')),
    value {int} CHECK (value > 0),
    reason TEXT CHECK (reason <> ''), -- free text: stands here and at the order alone, never in the journal
    staff_id {uuid} REFERENCES staff (id),
    approver_id {uuid} REFERENCES staff (id),
    UNIQUE (reservation_id, number),
    UNIQUE (reservation_id, promo_id), -- a code counts once in a cart
    CHECK ((promo_id IS NULL) = (kind IS NOT NULL)),
    CHECK ((promo_id IS NULL) = (value IS NOT NULL)),
    CHECK ((promo_id IS NULL) = (reason IS NOT NULL)),
    CHECK (kind <> 'percent' OR value <= 10000),
    CHECK (line_id IS NULL OR promo_id IS NULL)
) {strict};;

CREATE INDEX reservation_discount_promo ON reservation_discount (promo_id) WHERE promo_id IS NOT NULL;;

CREATE INDEX reservation_discount_line ON reservation_discount (line_id) WHERE line_id IS NOT NULL;;

-- How many rows of it a cart has: nearly all have none, and are read without looking for them.
ALTER TABLE reservation ADD COLUMN discounts {int} NOT NULL DEFAULT 0 CHECK (discounts >= 0);;

-- What an order was charged less, and by what. The parts stand in its lines.
CREATE TABLE order_discount (
    id {uuid} NOT NULL PRIMARY KEY,
    order_id {uuid} NOT NULL REFERENCES orders (id),
    promo_id {uuid} REFERENCES promo_code (id),
    reason TEXT CHECK (reason <> ''),
    amount {int} NOT NULL CHECK (amount > 0),
    staff_id {uuid} REFERENCES staff (id),
    approver_id {uuid} REFERENCES staff (id),
    chain_id {uuid} NOT NULL,
    seq {int} NOT NULL,
    UNIQUE (order_id, promo_id),
    CHECK ((promo_id IS NULL) = (reason IS NOT NULL)),
    FOREIGN KEY (chain_id, seq) REFERENCES journal (chain_id, seq) DEFERRABLE INITIALLY DEFERRED
) {strict};;

CREATE INDEX order_discount_of ON order_discount (order_id);;

CREATE INDEX order_discount_promo ON order_discount (promo_id) WHERE promo_id IS NOT NULL;;

-- A price level costs its base price until its first step, and from each step on what the step says: no two prices can hold at
-- once. A reservation line keeps the price at which it was reserved.
CREATE TABLE price_step (
    price_level_id {uuid} NOT NULL REFERENCES price_level (id),
    from_at {int} NOT NULL,
    price {int} NOT NULL CHECK (price >= 0),
    PRIMARY KEY (price_level_id, from_at)
) {strict};;

-- sqlite
CREATE INDEX promo_code_of_record ON promo_code (chain_id, seq);;

-- sqlite
CREATE INDEX order_discount_of_record ON order_discount (chain_id, seq);;

{append_only:promo_scope};;

{append_only:order_discount};;

-- The terms of a code are for ever; it can be revoked. On PostgreSQL the grants say so.
-- sqlite
CREATE TRIGGER promo_code_terms BEFORE UPDATE OF id, code, kind, value, currency, floor_price, valid_from, valid_until, total_limit,
    customer_limit, stackable, created_at, chain_id, seq ON promo_code BEGIN SELECT RAISE(ABORT, 'the terms of a code stay'); END;;

-- sqlite
CREATE TRIGGER promo_code_stays BEFORE DELETE ON promo_code BEGIN SELECT RAISE(ABORT, 'a code stays'); END;;

-- postgres
DO $$ DECLARE t TEXT; BEGIN
    FOREACH t IN ARRAY ARRAY['promo_code', 'promo_scope', 'reservation_discount', 'order_discount', 'price_step'] LOOP
        EXECUTE format('ALTER TABLE %I OWNER TO foyer_owner', t);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO foyer_terminal', t);
        EXECUTE format('GRANT SELECT ON %I TO foyer_read', t);
    END LOOP;
    GRANT UPDATE (taken, revoked_at) ON promo_code TO foyer_terminal;
    GRANT DELETE ON reservation_discount, price_step TO foyer_terminal;
    GRANT UPDATE (price) ON price_step TO foyer_terminal;
    GRANT UPDATE (discounts) ON reservation TO foyer_terminal;
END $$;;
