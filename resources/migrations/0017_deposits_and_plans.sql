-- Card deposits to wallets, exchanges that money is taken for first, and what searches follow.
-- Expand only.

-- One attempt to bring money into a wallet by card: written before the gateway or the card machine is touched, and once more
-- when it has an answer. The money itself is a transfer, made with the capture.
CREATE TABLE card_deposit (
    id {uuid} NOT NULL PRIMARY KEY,
    wallet_id {uuid} NOT NULL, -- where it is to go; the customer's of now, once it went there
    amount {int} NOT NULL CHECK (amount > 0),
    currency TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('sent', 'captured', 'declined', 'failed', 'unknown')),
    key TEXT NOT NULL UNIQUE, -- of whoever asked; the gateway knows the attempt by the id
    gateway TEXT NOT NULL CHECK (gateway <> ''),
    reference TEXT NOT NULL DEFAULT '', -- the gateway's own, or the card machine's receipt
    message TEXT NOT NULL DEFAULT '',
    transfer_id {uuid} UNIQUE REFERENCES transfer (id),
    staff_id {uuid} REFERENCES staff (id),
    terminal_id {uuid} NOT NULL REFERENCES terminal (id),
    drawer_shift_id {uuid} REFERENCES drawer_shift (id), -- in which the money was known to have come
    created_at {int} NOT NULL,
    settled_at {int},
    CHECK ((state = 'captured') = (transfer_id IS NOT NULL)),
    CHECK ((state IN ('sent', 'unknown')) = (settled_at IS NULL)),
    FOREIGN KEY (wallet_id, currency) REFERENCES account (id, currency)
) {strict};;

CREATE INDEX card_deposit_unresolved ON card_deposit (terminal_id) WHERE state IN ('sent', 'unknown');;

CREATE INDEX card_deposit_expected ON card_deposit (wallet_id) WHERE state IN ('sent', 'unknown');;

CREATE INDEX card_deposit_of_drawer_shift ON card_deposit (drawer_shift_id) WHERE drawer_shift_id IS NOT NULL;;

-- An answer is final.
-- sqlite
CREATE TRIGGER card_deposit_final BEFORE UPDATE ON card_deposit WHEN OLD.state IN ('captured', 'declined', 'failed')
    BEGIN SELECT RAISE(ABORT, 'a settled deposit is final'); END;;

-- sqlite
CREATE TRIGGER card_deposit_stays BEFORE DELETE ON card_deposit BEGIN SELECT RAISE(ABORT, 'a deposit stays'); END;;

-- postgres
CREATE FUNCTION foyer_deposit_final() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'a settled deposit is final' USING ERRCODE = 'check_violation'; END $$;;

-- postgres
CREATE TRIGGER card_deposit_final BEFORE UPDATE ON card_deposit FOR EACH ROW WHEN (OLD.state IN ('captured', 'declined', 'failed'))
    EXECUTE FUNCTION foyer_deposit_final();;

-- postgres
CREATE TRIGGER card_deposit_stays BEFORE DELETE ON card_deposit FOR EACH ROW EXECUTE FUNCTION foyer_deposit_final();;

-- What tickets that are to be exchanged for this reservation count, from the moment money is taken for it. NULL for most. With no
-- lines it is below zero: the same places at another price, and this much is to be paid for it.
ALTER TABLE reservation ADD COLUMN credit {int};;

-- The exchange that is to happen as soon as nothing is due any more: whoever comes back after a crash finishes it, or gives the
-- money back.
CREATE TABLE exchange_plan (
    reservation_id {uuid} NOT NULL PRIMARY KEY REFERENCES reservation (id),
    order_id {uuid} NOT NULL REFERENCES orders (id),
    price_level_id {uuid} REFERENCES price_level (id), -- of the same places; NULL: the places are the reservation's
    key TEXT NOT NULL, -- asked twice, exchanged once
    staff_id {uuid} REFERENCES staff (id),
    at {int} NOT NULL
) {strict};;

CREATE TABLE exchange_plan_ticket (
    reservation_id {uuid} NOT NULL REFERENCES exchange_plan (reservation_id),
    ticket_id {uuid} NOT NULL REFERENCES ticket (id),
    PRIMARY KEY (reservation_id, ticket_id)
) {strict};;

-- A seat is looked for in the evenings of its plan that are to come.
CREATE INDEX event_of_plan ON event (plan_id, starts_at) WHERE plan_id IS NOT NULL;;

-- What people are found by: each word of their search text, and every end of their phone number, so that any part of it begins one.
CREATE TABLE customer_word (
    customer_id {uuid} NOT NULL REFERENCES customer (id),
    word TEXT NOT NULL CHECK (word <> ''),
    PRIMARY KEY (customer_id, word)
) {strict};;

-- sqlite
CREATE INDEX customer_word_begins ON customer_word (word, customer_id);;

-- postgres
CREATE INDEX customer_word_begins ON customer_word (word text_pattern_ops, customer_id);;

-- sqlite
WITH RECURSIVE split (id, word, rest) AS (
    SELECT id, '', trim(search) || ' ' FROM customer
    UNION ALL SELECT id, substr(rest, 1, instr(rest, ' ') - 1), substr(rest, instr(rest, ' ') + 1) FROM split WHERE rest <> ''),
parts (id, word) AS (
    SELECT id, word FROM split WHERE word <> ''
    UNION SELECT id, substr(word, 2) FROM parts WHERE length(word) >= 3 AND word NOT GLOB '*[^0-9]*')
INSERT INTO customer_word (customer_id, word) SELECT DISTINCT id, word FROM parts;;

-- postgres
INSERT INTO customer_word (customer_id, word) SELECT DISTINCT id, word FROM (
    SELECT c.id, p.word FROM customer c, regexp_split_to_table(c.search, ' ') AS p (word)
    UNION ALL SELECT c.id, substr(p.word, s.i) FROM customer c, regexp_split_to_table(c.search, ' ') AS p (word), generate_series(2, 60) AS s (i)
        WHERE p.word ~ '^[0-9]{3,}$' AND s.i < length(p.word)) parts WHERE word <> '';;

-- postgres
DO $$ BEGIN
    ALTER TABLE customer_word OWNER TO foyer_owner;
    ALTER TABLE card_deposit OWNER TO foyer_owner;
    ALTER TABLE exchange_plan OWNER TO foyer_owner;
    ALTER TABLE exchange_plan_ticket OWNER TO foyer_owner;
    ALTER FUNCTION foyer_deposit_final() OWNER TO foyer_owner;
    GRANT SELECT, INSERT, UPDATE (wallet_id, state, reference, message, transfer_id, drawer_shift_id, settled_at) ON card_deposit TO foyer_terminal;
    GRANT SELECT ON card_deposit TO foyer_read;
    GRANT UPDATE (credit) ON reservation TO foyer_terminal;
    GRANT SELECT, INSERT, DELETE ON exchange_plan, exchange_plan_ticket TO foyer_terminal;
    GRANT SELECT ON exchange_plan, exchange_plan_ticket TO foyer_read;
    GRANT SELECT, INSERT, DELETE ON customer_word TO foyer_terminal;
END $$;;
