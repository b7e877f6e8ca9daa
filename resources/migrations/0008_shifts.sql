-- Shifts at a drawer: float, cash in and out, handover, count, Z.
-- The table shift of the first step is one person's time at one till. A drawer_shift is the time of the till's drawer, from its
-- float to its Z: whoever sells meanwhile, the cash is the drawer's. A till has one drawer, and one open shift at most.

-- Where cash goes that no sale moves: in and out by hand, and what a count finds too much or too little.
-- sqlite
PRAGMA writable_schema = ON;;

-- sqlite
UPDATE sqlite_schema SET sql = replace(sql, '''float''', '''float'', ''paid_in_out'', ''cash_difference''')
    WHERE type = 'table' AND name = 'account';;

-- sqlite
PRAGMA writable_schema = RESET;;

-- postgres
ALTER TABLE account DROP CONSTRAINT account_kind_check;;

-- postgres
ALTER TABLE account ADD CONSTRAINT account_kind_check CHECK (kind IN ('wallet', 'gift_card', 'drawer', 'card_clearing',
    'order_clearing', 'revenue', 'tax', 'fee', 'float', 'paid_in_out', 'cash_difference'));;

CREATE TABLE drawer_shift (
    id {uuid} NOT NULL PRIMARY KEY,
    terminal_id {uuid} NOT NULL REFERENCES terminal (id),
    number {int} NOT NULL CHECK (number >= 1), -- of this till, by opening
    staff_id {uuid} REFERENCES staff (id), -- who answers for it now; a handover changes it; NULL: a program opened it
    opened_by {uuid} REFERENCES staff (id),
    state TEXT NOT NULL CHECK (state IN ('open', 'counting', 'closed')),
    day {int} NOT NULL, -- business day of the opening, as 20261120
    opening {int} NOT NULL CHECK (opening >= 0), -- the float
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    opened_at {int} NOT NULL,
    closed_at {int},
    chain_id {uuid} NOT NULL,
    seq {int} NOT NULL,
    UNIQUE (terminal_id, number),
    CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
    FOREIGN KEY (chain_id, seq) REFERENCES journal (chain_id, seq) DEFERRABLE INITIALLY DEFERRED
) {strict};;

CREATE UNIQUE INDEX drawer_shift_one_open ON drawer_shift (terminal_id) WHERE state <> 'closed';;

-- A closed shift is final.
-- sqlite
CREATE TRIGGER drawer_shift_final BEFORE UPDATE ON drawer_shift WHEN OLD.state = 'closed'
    BEGIN SELECT RAISE(ABORT, 'a closed shift is final'); END;;

-- sqlite
CREATE TRIGGER drawer_shift_stays BEFORE DELETE ON drawer_shift BEGIN SELECT RAISE(ABORT, 'a shift stays'); END;;

-- postgres
CREATE FUNCTION foyer_shift_final() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'a closed shift is final' USING ERRCODE = 'check_violation'; END $$;;

-- postgres
CREATE TRIGGER drawer_shift_final BEFORE UPDATE ON drawer_shift FOR EACH ROW WHEN (OLD.state = 'closed')
    EXECUTE FUNCTION foyer_shift_final();;

-- postgres
CREATE TRIGGER drawer_shift_stays BEFORE DELETE ON drawer_shift FOR EACH ROW EXECUTE FUNCTION foyer_shift_final();;

CREATE TABLE cash_movement (
    id {uuid} NOT NULL PRIMARY KEY,
    drawer_shift_id {uuid} NOT NULL REFERENCES drawer_shift (id),
    kind TEXT NOT NULL CHECK (kind IN ('paid_in', 'paid_out', 'no_sale')),
    amount {int} NOT NULL CHECK (amount >= 0),
    reason TEXT NOT NULL CHECK (reason <> ''), -- free text: stands here alone, never in the journal
    staff_id {uuid} REFERENCES staff (id),
    approver_id {uuid} REFERENCES staff (id),
    at {int} NOT NULL,
    chain_id {uuid} NOT NULL,
    seq {int} NOT NULL,
    CHECK ((kind = 'no_sale') = (amount = 0)),
    FOREIGN KEY (chain_id, seq) REFERENCES journal (chain_id, seq) DEFERRABLE INITIALLY DEFERRED
) {strict};;

CREATE INDEX cash_movement_of ON cash_movement (drawer_shift_id);;

CREATE TABLE drawer_handover (
    id {uuid} NOT NULL PRIMARY KEY,
    drawer_shift_id {uuid} NOT NULL REFERENCES drawer_shift (id),
    from_id {uuid} REFERENCES staff (id),
    to_id {uuid} NOT NULL REFERENCES staff (id),
    at {int} NOT NULL,
    chain_id {uuid} NOT NULL,
    seq {int} NOT NULL,
    FOREIGN KEY (chain_id, seq) REFERENCES journal (chain_id, seq) DEFERRABLE INITIALLY DEFERRED
) {strict};;

CREATE INDEX drawer_handover_of ON drawer_handover (drawer_shift_id);;

-- The latest count of a shift is the one that its Z takes.
CREATE TABLE drawer_count (
    id {uuid} NOT NULL PRIMARY KEY,
    drawer_shift_id {uuid} NOT NULL REFERENCES drawer_shift (id),
    number {int} NOT NULL CHECK (number >= 1),
    total {int} NOT NULL CHECK (total >= 0),
    pieces TEXT NOT NULL, -- "5000*3 2000*1": value times pieces
    staff_id {uuid} REFERENCES staff (id),
    at {int} NOT NULL,
    chain_id {uuid} NOT NULL,
    seq {int} NOT NULL,
    UNIQUE (drawer_shift_id, number),
    FOREIGN KEY (chain_id, seq) REFERENCES journal (chain_id, seq) DEFERRABLE INITIALLY DEFERRED
) {strict};;

-- Numbered per till without gaps. The body is the report as it was printed, and is printed from again.
CREATE TABLE z_report (
    id {uuid} NOT NULL PRIMARY KEY,
    drawer_shift_id {uuid} NOT NULL UNIQUE REFERENCES drawer_shift (id), -- a shift is closed once
    terminal_id {uuid} NOT NULL REFERENCES terminal (id),
    number {int} NOT NULL CHECK (number >= 1),
    counted {int} NOT NULL CHECK (counted >= 0),
    expected {int} NOT NULL,
    grand_sales {int} NOT NULL CHECK (grand_sales >= 0), -- of all Zs of this till and currency up to this one
    grand_refunds {int} NOT NULL CHECK (grand_refunds >= 0),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    body TEXT NOT NULL,
    at {int} NOT NULL,
    chain_id {uuid} NOT NULL,
    seq {int} NOT NULL,
    UNIQUE (terminal_id, number),
    FOREIGN KEY (chain_id, seq) REFERENCES journal (chain_id, seq) DEFERRABLE INITIALLY DEFERRED
) {strict};;

-- In which shift an order was made, and in which a payment's money was known to have moved.
ALTER TABLE orders ADD COLUMN drawer_shift_id {uuid} REFERENCES drawer_shift (id);;

ALTER TABLE payment ADD COLUMN drawer_shift_id {uuid} REFERENCES drawer_shift (id);;

CREATE INDEX orders_of_drawer_shift ON orders (drawer_shift_id) WHERE drawer_shift_id IS NOT NULL;;

CREATE INDEX payment_of_drawer_shift ON payment (drawer_shift_id) WHERE drawer_shift_id IS NOT NULL;;

-- sqlite
CREATE INDEX drawer_shift_of_record ON drawer_shift (chain_id, seq);;

-- sqlite
CREATE INDEX cash_movement_of_record ON cash_movement (chain_id, seq);;

-- sqlite
CREATE INDEX drawer_handover_of_record ON drawer_handover (chain_id, seq);;

-- sqlite
CREATE INDEX drawer_count_of_record ON drawer_count (chain_id, seq);;

-- sqlite
CREATE INDEX z_report_of_record ON z_report (chain_id, seq);;

{append_only:cash_movement};;

{append_only:drawer_handover};;

{append_only:drawer_count};;

{append_only:z_report};;

-- postgres
DO $$ DECLARE t TEXT; BEGIN
    FOREACH t IN ARRAY ARRAY['drawer_shift', 'cash_movement', 'drawer_handover', 'drawer_count', 'z_report'] LOOP
        EXECUTE format('ALTER TABLE %I OWNER TO foyer_owner', t);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO foyer_terminal', t);
        EXECUTE format('GRANT SELECT ON %I TO foyer_read', t);
    END LOOP;
    GRANT UPDATE (state, closed_at, staff_id) ON drawer_shift TO foyer_terminal;
    GRANT UPDATE (drawer_shift_id) ON payment TO foyer_terminal;
END $$;;
