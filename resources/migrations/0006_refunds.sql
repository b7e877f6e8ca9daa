-- Refunds, and what becomes of tickets after their sale.

-- The line that a refund's line gives back. What was given back once is not given back again.
ALTER TABLE order_line ADD COLUMN refunds {uuid} REFERENCES order_line (id);;

CREATE UNIQUE INDEX order_line_refunded_once ON order_line (refunds) WHERE refunds IS NOT NULL;;

-- Asking again with the same key brings the first answer.
ALTER TABLE orders ADD COLUMN request_key TEXT;;

CREATE UNIQUE INDEX orders_request ON orders (request_key) WHERE request_key IS NOT NULL;;

CREATE INDEX orders_of_order ON orders (refers_to) WHERE refers_to IS NOT NULL;;

-- A capture may be given back in several parts, never beyond what it was.
DROP INDEX payment_one_refund;;

CREATE INDEX payment_refunds ON payment (refers_to) WHERE refers_to IS NOT NULL;;

-- sqlite
CREATE TRIGGER payment_within_capture BEFORE INSERT ON payment WHEN NEW.kind = 'refund' BEGIN
    SELECT RAISE(ABORT, 'a refund goes beyond its capture')
        WHERE NEW.amount + (SELECT coalesce(sum(amount), 0) FROM payment WHERE refers_to = NEW.refers_to AND state NOT IN ('declined', 'failed'))
            > (SELECT coalesce(sum(amount), 0) FROM payment WHERE id = NEW.refers_to AND kind = 'capture' AND currency = NEW.currency);
END;;

-- The capture's row is locked, so that two refunds of it are counted one after the other.
-- postgres
CREATE FUNCTION foyer_refund() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
    captured BIGINT;
BEGIN
    SELECT amount INTO captured FROM payment WHERE id = NEW.refers_to AND kind = 'capture' AND currency = NEW.currency FOR UPDATE;
    IF NEW.amount + (SELECT coalesce(sum(amount), 0) FROM payment WHERE refers_to = NEW.refers_to AND state NOT IN ('declined', 'failed'))
            > coalesce(captured, 0) THEN
        RAISE EXCEPTION 'a refund goes beyond its capture' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;;

-- postgres
ALTER FUNCTION foyer_refund() OWNER TO foyer_owner;;

-- postgres
CREATE TRIGGER payment_within_capture BEFORE INSERT ON payment FOR EACH ROW WHEN (NEW.kind = 'refund') EXECUTE FUNCTION foyer_refund();;

-- Whom a ticket was passed on to; NULL: whoever bought it. The journal knows the id only.
ALTER TABLE ticket ADD COLUMN holder_id {uuid} REFERENCES customer (id);;

-- What happened to a ticket after its sale, but being given back, which is a line of a refund. The ticket's own state and
-- generation are what the changes add up to.
CREATE TABLE ticket_change (
    id {uuid} NOT NULL PRIMARY KEY,
    ticket_id {uuid} NOT NULL REFERENCES ticket (id),
    number {int} NOT NULL CHECK (number >= 1),
    kind TEXT NOT NULL CHECK (kind IN ('revoked', 'reinstated', 'given', 'reprinted')),
    generation {int} NOT NULL CHECK (generation >= 1), -- of the ticket from then on
    staff_id {uuid} REFERENCES staff (id),
    at {int} NOT NULL,
    chain_id {uuid} NOT NULL,
    seq {int} NOT NULL,
    UNIQUE (ticket_id, number),
    FOREIGN KEY (chain_id, seq) REFERENCES journal (chain_id, seq) DEFERRABLE INITIALLY DEFERRED
) {strict};;

-- sqlite
CREATE INDEX ticket_change_of_record ON ticket_change (chain_id, seq);;

{append_only:ticket_change};;

-- Finding by typing: beginnings of numbers, and seats by what is printed on them. SQLite compares bytes, so there the
-- unique keys do.
-- postgres
CREATE INDEX orders_number_begins ON orders (number text_pattern_ops);;

-- postgres
CREATE INDEX ticket_number_begins ON ticket (number text_pattern_ops);;

CREATE INDEX seat_by_label ON seat (row_name, number);;

-- postgres
DO $$ BEGIN
    ALTER TABLE ticket_change OWNER TO foyer_owner;
    GRANT SELECT, INSERT ON ticket_change TO foyer_terminal;
    GRANT SELECT ON ticket_change TO foyer_read;
    GRANT UPDATE (holder_id) ON ticket TO foyer_terminal;
END $$;;
