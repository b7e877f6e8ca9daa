-- The box office. One text for SQLite and PostgreSQL; the migrator replaces the tokens:
--   {int} {uuid} {bytes}      column types
--   {strict}                  STRICT on SQLite
--   {append_only:…}           triggers that refuse UPDATE, DELETE (and TRUNCATE)
-- A statement ends with two semicolons. One that begins with "-- sqlite" or "-- postgres" is for that database alone.
-- Times are milliseconds UTC, amounts minor units, rates hundredths of a percent.
-- A row refers to its journal record by (chain_id, seq); the record is written last, hence the deferred keys.

-- postgres
DO $$ BEGIN
    CREATE ROLE foyer_owner NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;;

-- postgres
DO $$ BEGIN
    CREATE ROLE foyer_terminal NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;;

-- postgres
DO $$ BEGIN
    CREATE ROLE foyer_read NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;;

-- Whoever migrates hands the tables over to the owner role, and may sell as a terminal.
-- postgres
DO $$ BEGIN
    EXECUTE format('GRANT foyer_owner, foyer_terminal TO %I', current_user);
EXCEPTION WHEN insufficient_privilege THEN NULL; END $$;;

-- postgres
CREATE FUNCTION foyer_now() RETURNS BIGINT LANGUAGE sql VOLATILE AS
    $$ SELECT (extract(epoch FROM clock_timestamp()) * 1000)::BIGINT $$;;

-- postgres
CREATE FUNCTION foyer_append_only() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'check_violation'; END $$;;

-- Who: the house, its terminals, its people -------------------------------------------------------------------

CREATE TABLE setting (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) {strict};;

CREATE TABLE terminal (
    id {uuid} NOT NULL PRIMARY KEY,
    number {int} NOT NULL UNIQUE CHECK (number BETWEEN 1 AND 65535), -- the issuer in ticket codes
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('counter', 'door', 'server')),
    public_key {bytes} NOT NULL,
    epoch {int} NOT NULL DEFAULT 1 CHECK (epoch >= 1),
    created_at {int} NOT NULL
) {strict};;

CREATE TABLE staff (
    id {uuid} NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    role TEXT NOT NULL CHECK (role IN ('cashier', 'steward', 'supervisor', 'manager', 'administrator')),
    pin_hash {bytes} NOT NULL,
    failed_attempts {int} NOT NULL DEFAULT 0 CHECK (failed_attempts >= 0),
    locked_until {int} NOT NULL DEFAULT 0,
    active {int} NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) {strict};;

CREATE TABLE chain (
    id {uuid} NOT NULL PRIMARY KEY,
    terminal_id {uuid} NOT NULL REFERENCES terminal (id),
    number {int} NOT NULL UNIQUE CHECK (number >= 1), -- its letters begin the order numbers
    epoch {int} NOT NULL,
    opened_at {int} NOT NULL
) {strict};;

CREATE TABLE journal (
    chain_id {uuid} NOT NULL REFERENCES chain (id),
    seq {int} NOT NULL CHECK (seq >= 1),
    at {int} NOT NULL,
    body TEXT NOT NULL,
    previous_hash {bytes} NOT NULL,
    hash {bytes} NOT NULL,
    signature {bytes} NOT NULL,
    PRIMARY KEY (chain_id, seq)
) {strict};;

CREATE TABLE private_text (
    chain_id {uuid} NOT NULL,
    seq {int} NOT NULL,
    field TEXT NOT NULL,
    salt {bytes} NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (chain_id, seq, field),
    FOREIGN KEY (chain_id, seq) REFERENCES journal (chain_id, seq) DEFERRABLE INITIALLY DEFERRED
) {strict};;

-- What is sold and where --------------------------------------------------------------------------------------

CREATE TABLE venue (
    id {uuid} NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    time_zone TEXT NOT NULL,
    currency TEXT NOT NULL CHECK (length(currency) = 3)
) {strict};;

CREATE TABLE seating_plan (
    id {uuid} NOT NULL PRIMARY KEY,
    venue_id {uuid} NOT NULL REFERENCES venue (id),
    name TEXT NOT NULL CHECK (name <> ''),
    document TEXT NOT NULL,
    UNIQUE (venue_id, name)
) {strict};;

CREATE TABLE seat (
    id {uuid} NOT NULL PRIMARY KEY,
    plan_id {uuid} NOT NULL REFERENCES seating_plan (id),
    position {int} NOT NULL, -- its index in the plan file
    guid TEXT NOT NULL,
    zone TEXT NOT NULL,
    row_name TEXT NOT NULL,
    number TEXT NOT NULL,
    category TEXT NOT NULL,
    x {int} NOT NULL, -- where it stands, in hundredths of the plan's unit
    y {int} NOT NULL,
    UNIQUE (plan_id, position),
    UNIQUE (plan_id, guid),
    UNIQUE (plan_id, zone, row_name, number)
) {strict};;

CREATE TABLE event (
    id {uuid} NOT NULL PRIMARY KEY,
    number {int} NOT NULL UNIQUE CHECK (number >= 1), -- the event in ticket codes
    venue_id {uuid} NOT NULL REFERENCES venue (id),
    plan_id {uuid} REFERENCES seating_plan (id),
    uid TEXT NOT NULL, -- of the calendar it came from, so that a second import updates
    name TEXT NOT NULL CHECK (name <> ''),
    description TEXT NOT NULL DEFAULT '',
    starts_at {int} NOT NULL,
    doors_at {int} NOT NULL,
    ends_at {int} NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('draft', 'on_sale', 'paused', 'cancelled')),
    reservation_ms {int} NOT NULL DEFAULT 900000 CHECK (reservation_ms BETWEEN 60000 AND 86400000),
    UNIQUE (venue_id, uid),
    CHECK (doors_at <= starts_at AND starts_at <= ends_at)
) {strict};;

CREATE INDEX event_by_start ON event (starts_at);;

CREATE TABLE ticket_type (
    id {uuid} NOT NULL PRIMARY KEY,
    event_id {uuid} NOT NULL REFERENCES event (id),
    number {int} NOT NULL CHECK (number BETWEEN 1 AND 65535), -- its place in the event, and the type in ticket codes
    name TEXT NOT NULL CHECK (name <> ''),
    admission TEXT NOT NULL CHECK (admission IN ('general', 'seated')),
    sale_from {int},
    sale_until {int},
    max_per_order {int} NOT NULL DEFAULT 100 CHECK (max_per_order BETWEEN 1 AND 100000),
    UNIQUE (event_id, number),
    UNIQUE (event_id, name),
    UNIQUE (id, event_id)
) {strict};;

CREATE TABLE ticket_type_category (
    event_id {uuid} NOT NULL,
    category TEXT NOT NULL,
    ticket_type_id {uuid} NOT NULL,
    PRIMARY KEY (event_id, category), -- one type for each category of the plan
    FOREIGN KEY (ticket_type_id, event_id) REFERENCES ticket_type (id, event_id)
) {strict};;

CREATE TABLE price_level (
    id {uuid} NOT NULL PRIMARY KEY,
    ticket_type_id {uuid} NOT NULL REFERENCES ticket_type (id),
    number {int} NOT NULL CHECK (number >= 1), -- 1 is charged when nobody says otherwise
    name TEXT NOT NULL CHECK (name <> ''),
    price {int} NOT NULL CHECK (price >= 0),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    tax_rate {int} NOT NULL CHECK (tax_rate BETWEEN 0 AND 10000),
    UNIQUE (ticket_type_id, number),
    UNIQUE (ticket_type_id, name)
) {strict};;

-- Law 1: places -----------------------------------------------------------------------------------------------
-- The unissued allotment goes below zero by what was issued, so the capacities of a type always sum to zero and the
-- type's capacity is what the unissued one lacks. Seated types count by claims; their allotments hold capacity only.

CREATE TABLE allotment (
    id {uuid} NOT NULL PRIMARY KEY,
    ticket_type_id {uuid} NOT NULL REFERENCES ticket_type (id),
    owner TEXT NOT NULL CHECK (owner IN ('unissued', 'house', 'terminal')),
    terminal_id {uuid} REFERENCES terminal (id),
    capacity {int} NOT NULL DEFAULT 0,
    held {int} NOT NULL DEFAULT 0 CHECK (held >= 0),
    sold {int} NOT NULL DEFAULT 0 CHECK (sold >= 0),
    state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('offered', 'active', 'returning', 'closed', 'quarantined')),
    CONSTRAINT allotment_never_oversold CHECK (owner = 'unissued' OR held + sold <= capacity),
    CONSTRAINT allotment_unissued_sells_nothing CHECK (owner <> 'unissued' OR (held = 0 AND sold = 0 AND capacity <= 0)),
    CHECK ((owner = 'terminal') = (terminal_id IS NOT NULL))
) {strict};;

CREATE UNIQUE INDEX allotment_of_house ON allotment (ticket_type_id, owner) WHERE owner <> 'terminal';;

CREATE UNIQUE INDEX allotment_of_terminal ON allotment (ticket_type_id, terminal_id) WHERE owner = 'terminal';;

CREATE INDEX allotment_by_type ON allotment (ticket_type_id);;

CREATE TABLE allotment_move (
    id {uuid} NOT NULL PRIMARY KEY,
    from_id {uuid} NOT NULL REFERENCES allotment (id),
    to_id {uuid} NOT NULL REFERENCES allotment (id),
    n {int} NOT NULL CHECK (n > 0),
    chain_id {uuid} NOT NULL,
    seq {int} NOT NULL,
    CHECK (from_id <> to_id),
    FOREIGN KEY (chain_id, seq) REFERENCES journal (chain_id, seq) DEFERRABLE INITIALLY DEFERRED
) {strict};;

-- sqlite
CREATE TRIGGER allotment_move_moves AFTER INSERT ON allotment_move BEGIN
    SELECT RAISE(ABORT, 'a move stays within its ticket type')
        WHERE (SELECT ticket_type_id FROM allotment WHERE id = NEW.from_id)
           <> (SELECT ticket_type_id FROM allotment WHERE id = NEW.to_id);
    UPDATE allotment SET capacity = capacity - NEW.n WHERE id = NEW.from_id;
    UPDATE allotment SET capacity = capacity + NEW.n WHERE id = NEW.to_id;
END;;

-- postgres
CREATE FUNCTION foyer_move() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$ BEGIN
    IF (SELECT count(DISTINCT ticket_type_id) FROM allotment WHERE id IN (NEW.from_id, NEW.to_id)) <> 1 THEN
        RAISE EXCEPTION 'a move stays within its ticket type' USING ERRCODE = 'check_violation';
    END IF;
    PERFORM 1 FROM allotment WHERE id IN (NEW.from_id, NEW.to_id) ORDER BY id FOR UPDATE;
    UPDATE allotment SET capacity = capacity - NEW.n WHERE id = NEW.from_id;
    UPDATE allotment SET capacity = capacity + NEW.n WHERE id = NEW.to_id;
    RETURN NULL;
END $$;;

-- postgres
CREATE TRIGGER allotment_move_moves AFTER INSERT ON allotment_move FOR EACH ROW EXECUTE FUNCTION foyer_move();;

CREATE TABLE reservation (
    id {uuid} NOT NULL PRIMARY KEY,
    state TEXT NOT NULL CHECK (state IN ('active', 'paying', 'completed', 'released', 'expired')),
    terminal_id {uuid} NOT NULL REFERENCES terminal (id),
    staff_id {uuid} REFERENCES staff (id),
    shift_id {uuid},
    channel TEXT NOT NULL CHECK (channel IN ('counter', 'web', 'door')),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    created_at {int} NOT NULL,
    lifetime_ms {int} NOT NULL CHECK (lifetime_ms > 0),
    expires_at {int} NOT NULL,
    CONSTRAINT reservation_at_most_twice_its_lifetime CHECK (expires_at <= created_at + 2 * lifetime_ms)
) {strict};;

CREATE INDEX reservation_open ON reservation (expires_at) WHERE state = 'active';;

CREATE INDEX reservation_paying ON reservation (terminal_id) WHERE state = 'paying';;

CREATE TABLE reservation_line (
    id {uuid} NOT NULL PRIMARY KEY,
    reservation_id {uuid} NOT NULL REFERENCES reservation (id),
    event_id {uuid} NOT NULL,
    ticket_type_id {uuid} NOT NULL,
    price_level_id {uuid} NOT NULL REFERENCES price_level (id),
    seat_id {uuid} REFERENCES seat (id),
    allotment_id {uuid} REFERENCES allotment (id),
    quantity {int} NOT NULL CHECK (quantity BETWEEN 1 AND 100000),
    unit_price {int} NOT NULL CHECK (unit_price >= 0),
    tax_rate {int} NOT NULL,
    FOREIGN KEY (ticket_type_id, event_id) REFERENCES ticket_type (id, event_id),
    CONSTRAINT reservation_line_is_seat_or_count CHECK ((seat_id IS NULL) = (allotment_id IS NOT NULL)),
    CHECK (seat_id IS NULL OR quantity = 1)
) {strict};;

CREATE INDEX reservation_line_of ON reservation_line (reservation_id);;

CREATE TABLE claim (
    event_id {uuid} NOT NULL REFERENCES event (id),
    seat_id {uuid} NOT NULL REFERENCES seat (id),
    ticket_type_id {uuid} NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('held', 'sold', 'killed', 'house')),
    reservation_id {uuid} REFERENCES reservation (id) DEFERRABLE INITIALLY DEFERRED,
    expires_at {int}, -- NULL while its reservation is being paid
    ticket_id {uuid},
    reason TEXT, -- why it was killed or kept; a house seat that is held remembers it and goes back to the house
    PRIMARY KEY (event_id, seat_id), -- one seat, one claim: the guard against selling it twice
    FOREIGN KEY (ticket_type_id, event_id) REFERENCES ticket_type (id, event_id),
    CHECK ((state = 'held') = (reservation_id IS NOT NULL)),
    CHECK (state = 'held' OR expires_at IS NULL),
    CHECK ((state = 'sold') = (ticket_id IS NOT NULL)),
    CHECK (state IN ('held', 'sold') OR reason IS NOT NULL)
) {strict};;

CREATE INDEX claim_of_reservation ON claim (reservation_id) WHERE reservation_id IS NOT NULL;;

-- The sale ----------------------------------------------------------------------------------------------------

CREATE TABLE shift (
    id {uuid} NOT NULL PRIMARY KEY,
    terminal_id {uuid} NOT NULL REFERENCES terminal (id),
    staff_id {uuid} NOT NULL REFERENCES staff (id),
    state TEXT NOT NULL CHECK (state IN ('open', 'counting', 'closed')),
    opened_at {int} NOT NULL,
    closed_at {int}
) {strict};;

CREATE UNIQUE INDEX shift_one_open ON shift (terminal_id, staff_id) WHERE state <> 'closed';;

-- The table is in the plural because ORDER is a word of SQL.
CREATE TABLE orders (
    id {uuid} NOT NULL PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    counter {int} NOT NULL CHECK (counter >= 1),
    kind TEXT NOT NULL CHECK (kind IN ('sale', 'refund', 'exchange', 'comp')),
    channel TEXT NOT NULL CHECK (channel IN ('counter', 'web', 'door')),
    reservation_id {uuid} UNIQUE REFERENCES reservation (id),
    refers_to {uuid} REFERENCES orders (id),
    terminal_id {uuid} NOT NULL REFERENCES terminal (id),
    staff_id {uuid} REFERENCES staff (id),
    shift_id {uuid} REFERENCES shift (id),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    total {int} NOT NULL,
    created_at {int} NOT NULL,
    chain_id {uuid} NOT NULL,
    seq {int} NOT NULL,
    UNIQUE (chain_id, counter),
    FOREIGN KEY (chain_id, seq) REFERENCES journal (chain_id, seq) DEFERRABLE INITIALLY DEFERRED,
    CHECK (kind IN ('refund', 'exchange') OR total >= 0)
) {strict};;

CREATE INDEX orders_by_time ON orders (created_at);;


CREATE TABLE ticket (
    id {uuid} NOT NULL PRIMARY KEY,
    number TEXT NOT NULL UNIQUE CHECK (length(number) = 10),
    event_id {uuid} NOT NULL REFERENCES event (id),
    ticket_type_id {uuid} NOT NULL,
    seat_id {uuid} REFERENCES seat (id),
    state TEXT NOT NULL DEFAULT 'valid' CHECK (state IN ('valid', 'revoked', 'void')),
    generation {int} NOT NULL DEFAULT 1 CHECK (generation BETWEEN 1 AND 65535),
    issuer {int} NOT NULL REFERENCES terminal (number),
    FOREIGN KEY (ticket_type_id, event_id) REFERENCES ticket_type (id, event_id)
) {strict};;

CREATE UNIQUE INDEX ticket_one_per_seat ON ticket (event_id, seat_id) WHERE seat_id IS NOT NULL AND state <> 'void';;

CREATE TABLE order_line (
    id {uuid} NOT NULL PRIMARY KEY,
    order_id {uuid} NOT NULL REFERENCES orders (id),
    ticket_id {uuid} NOT NULL REFERENCES ticket (id),
    event_id {uuid} NOT NULL,
    ticket_type_id {uuid} NOT NULL,
    price_level_id {uuid} NOT NULL REFERENCES price_level (id),
    allotment_id {uuid} REFERENCES allotment (id), -- where the place came from; NULL for a seat
    unit_price {int} NOT NULL CHECK (unit_price >= 0),
    discount {int} NOT NULL DEFAULT 0 CHECK (discount BETWEEN 0 AND unit_price),
    fee {int} NOT NULL DEFAULT 0 CHECK (fee >= 0),
    tax_rate {int} NOT NULL,
    tax {int} NOT NULL,
    FOREIGN KEY (ticket_type_id, event_id) REFERENCES ticket_type (id, event_id)
) {strict};;

CREATE INDEX order_line_of ON order_line (order_id);;

CREATE INDEX order_line_ticket ON order_line (ticket_id);;

CREATE TABLE payment (
    id {uuid} NOT NULL PRIMARY KEY,
    reservation_id {uuid} NOT NULL REFERENCES reservation (id),
    tender TEXT NOT NULL CHECK (tender IN ('cash', 'card')),
    kind TEXT NOT NULL CHECK (kind IN ('capture', 'refund')),
    refers_to {uuid} REFERENCES payment (id),
    amount {int} NOT NULL CHECK (amount > 0),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    given {int} CHECK (given >= amount), -- cash handed over; the rest is change
    state TEXT NOT NULL CHECK (state IN ('created', 'sent', 'captured', 'declined', 'failed', 'unknown')),
    key TEXT NOT NULL UNIQUE, -- the gateway knows the attempt by it
    reference TEXT NOT NULL DEFAULT '', -- the gateway's own
    message TEXT NOT NULL DEFAULT '',
    shift_id {uuid} REFERENCES shift (id),
    terminal_id {uuid} NOT NULL REFERENCES terminal (id),
    created_at {int} NOT NULL,
    settled_at {int},
    CHECK ((kind = 'refund') = (refers_to IS NOT NULL)),
    CHECK (tender = 'card' OR state = 'captured')
) {strict};;

CREATE INDEX payment_of ON payment (reservation_id);;

CREATE UNIQUE INDEX payment_one_live ON payment (reservation_id) WHERE kind = 'capture' AND state IN ('created', 'sent', 'unknown');;

CREATE UNIQUE INDEX payment_one_refund ON payment (refers_to)
    WHERE refers_to IS NOT NULL AND state NOT IN ('declined', 'failed');;

CREATE INDEX payment_unresolved ON payment (terminal_id) WHERE state IN ('created', 'sent', 'unknown');;

-- Law 2: money ------------------------------------------------------------------------------------------------

CREATE TABLE account (
    id {uuid} NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('wallet', 'gift_card', 'drawer', 'card_clearing', 'order_clearing', 'revenue', 'tax', 'fee', 'float')),
    owner {uuid} NOT NULL, -- the event, terminal or customer it belongs to; all zeros: the house
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    balance {int}, -- stored only where it has a floor; everywhere else it is a sum
    UNIQUE (kind, owner, currency),
    UNIQUE (id, currency),
    CONSTRAINT account_floor CHECK (balance >= 0),
    CHECK ((kind IN ('wallet', 'gift_card')) = (balance IS NOT NULL))
) {strict};;

CREATE TABLE transfer (
    id {uuid} NOT NULL PRIMARY KEY,
    debit_id {uuid} NOT NULL,
    credit_id {uuid} NOT NULL,
    amount {int} NOT NULL CHECK (amount > 0),
    currency TEXT NOT NULL,
    reservation_id {uuid} REFERENCES reservation (id),
    payment_id {uuid} REFERENCES payment (id),
    at {int} NOT NULL,
    chain_id {uuid} NOT NULL,
    seq {int} NOT NULL,
    CHECK (debit_id <> credit_id),
    FOREIGN KEY (debit_id, currency) REFERENCES account (id, currency),
    FOREIGN KEY (credit_id, currency) REFERENCES account (id, currency),
    FOREIGN KEY (chain_id, seq) REFERENCES journal (chain_id, seq) DEFERRABLE INITIALLY DEFERRED
) {strict};;

CREATE INDEX transfer_by_debit ON transfer (debit_id);;

CREATE INDEX transfer_by_credit ON transfer (credit_id);;

-- sqlite
CREATE TRIGGER transfer_keeps_balances AFTER INSERT ON transfer BEGIN
    UPDATE account SET balance = balance - NEW.amount WHERE id = NEW.debit_id AND balance IS NOT NULL;
    UPDATE account SET balance = balance + NEW.amount WHERE id = NEW.credit_id AND balance IS NOT NULL;
END;;

-- postgres
CREATE FUNCTION foyer_transfer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$ BEGIN
    UPDATE account SET balance = balance - NEW.amount WHERE id = NEW.debit_id AND balance IS NOT NULL;
    UPDATE account SET balance = balance + NEW.amount WHERE id = NEW.credit_id AND balance IS NOT NULL;
    RETURN NULL;
END $$;;

-- postgres
CREATE TRIGGER transfer_keeps_balances AFTER INSERT ON transfer FOR EACH ROW EXECUTE FUNCTION foyer_transfer();;

-- Counted per chain, so that it is nobody's hot row; proved against a recount by verify.
CREATE TABLE sales_rollup (
    chain_id {uuid} NOT NULL REFERENCES chain (id),
    event_id {uuid} NOT NULL REFERENCES event (id),
    ticket_type_id {uuid} NOT NULL REFERENCES ticket_type (id),
    day {int} NOT NULL, -- business day in the venue's zone, as 20261120
    sold {int} NOT NULL DEFAULT 0,
    amount {int} NOT NULL DEFAULT 0,
    currency TEXT NOT NULL,
    PRIMARY KEY (chain_id, event_id, ticket_type_id, day, currency)
) {strict};;

-- SQLite looks for the rows that wait for a journal record each time one is written: without these it would read whole
-- tables for every sale. PostgreSQL looks the other way and needs none.
-- sqlite
CREATE INDEX transfer_of_record ON transfer (chain_id, seq);;

-- sqlite
CREATE INDEX orders_of_record ON orders (chain_id, seq);;

-- sqlite
CREATE INDEX allotment_move_of_record ON allotment_move (chain_id, seq);;

-- Law 3: history is only added to --------------------------------------------------------------------------------

{append_only:journal};;

{append_only:allotment_move};;

{append_only:transfer};;

{append_only:orders};;

{append_only:order_line};;

-- postgres
DO $$ DECLARE t TEXT; BEGIN
    GRANT USAGE, CREATE ON SCHEMA public TO foyer_owner;
    GRANT USAGE ON SCHEMA public TO foyer_terminal, foyer_read;
    FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = current_schema() AND tablename <> 'migration' LOOP
        EXECUTE format('ALTER TABLE %I OWNER TO foyer_owner', t);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO foyer_terminal', t);
        EXECUTE format('GRANT SELECT ON %I TO foyer_read', t);
    END LOOP;
    ALTER FUNCTION foyer_move() OWNER TO foyer_owner;
    ALTER FUNCTION foyer_transfer() OWNER TO foyer_owner;
    GRANT SELECT ON migration TO foyer_terminal, foyer_read;
    GRANT UPDATE (held, sold, state) ON allotment TO foyer_terminal;
    GRANT UPDATE (state, expires_at) ON reservation TO foyer_terminal;
    GRANT UPDATE, DELETE ON reservation_line, claim, ticket_type_category, sales_rollup TO foyer_terminal;
    GRANT UPDATE (state, reference, message, settled_at) ON payment TO foyer_terminal;
    GRANT UPDATE (state, generation) ON ticket TO foyer_terminal;
    GRANT UPDATE (state, closed_at) ON shift TO foyer_terminal;
    GRANT UPDATE ON setting, venue, event, ticket_type, price_level TO foyer_terminal;
    GRANT UPDATE (epoch, name) ON terminal TO foyer_terminal;
    REVOKE SELECT ON staff FROM foyer_terminal, foyer_read;
    GRANT SELECT (id, name, role, failed_attempts, locked_until, active) ON staff TO foyer_terminal, foyer_read;
    GRANT UPDATE (name, role, pin_hash, failed_attempts, locked_until, active) ON staff TO foyer_terminal;
    REVOKE SELECT ON private_text FROM foyer_read;
    GRANT DELETE ON private_text TO foyer_terminal;
END $$;;

-- The one way to a PIN's hash: each look counts as an attempt first, so that guessing locks.
-- postgres
CREATE FUNCTION foyer_begin_sign_in(who UUID, lock_after BIGINT, lock_ms BIGINT)
    RETURNS TABLE (hash BYTEA, attempts BIGINT, locked BIGINT) LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
    person staff%ROWTYPE;
    at BIGINT := foyer_now();
BEGIN
    SELECT * INTO person FROM staff WHERE id = who AND active = 1 FOR UPDATE;
    IF NOT FOUND THEN
        RETURN;
    ELSIF person.locked_until > at THEN
        RETURN QUERY SELECT NULL::BYTEA, person.failed_attempts, person.locked_until;
    ELSE
        UPDATE staff SET failed_attempts = failed_attempts + 1,
            locked_until = CASE WHEN failed_attempts + 1 >= lock_after THEN at + lock_ms ELSE 0 END WHERE id = who;
        RETURN QUERY SELECT person.pin_hash, person.failed_attempts + 1, 0::BIGINT;
    END IF;
END $$;;

-- postgres
ALTER FUNCTION foyer_begin_sign_in(UUID, BIGINT, BIGINT) OWNER TO foyer_owner;;
