-- The archive, tickets that wait for somebody who is known by an e-mail alone, and promo codes that take an amount off each ticket.
-- Expand only.

-- Events that are over and done with are read-only. They leave the index that pickers follow; everything else about them
-- stays where it is, so that searches find it and statistics count it.
ALTER TABLE event ADD COLUMN archived_at {int};;

DROP INDEX event_by_start;;

CREATE INDEX event_by_start ON event (starts_at) WHERE archived_at IS NULL;;

CREATE INDEX event_archived ON event (starts_at) WHERE archived_at IS NOT NULL;;

-- Read-only, once more for whoever does not ask core first. Each guard stands where it costs a sale next to nothing: whatever sells,
-- exchanges, takes back or gives free adds to the rollup, a row for each type and day, not for each ticket. Seats that are
-- only held come and go unasked. A ticket that was passed on before may still be claimed, and paper printed again.
-- sqlite
CREATE TRIGGER sales_rollup_not_archived BEFORE INSERT ON sales_rollup
    WHEN EXISTS (SELECT 1 FROM event WHERE id = NEW.event_id AND archived_at IS NOT NULL)
    BEGIN SELECT RAISE(ABORT, 'an archived event is read-only'); END;;

-- sqlite
CREATE TRIGGER claim_not_archived BEFORE INSERT ON claim
    WHEN NEW.state <> 'held' AND EXISTS (SELECT 1 FROM event WHERE id = NEW.event_id AND archived_at IS NOT NULL)
    BEGIN SELECT RAISE(ABORT, 'an archived event is read-only'); END;;

-- sqlite
CREATE TRIGGER claim_stays_archived BEFORE DELETE ON claim
    WHEN OLD.state IN ('killed', 'house') AND EXISTS (SELECT 1 FROM event WHERE id = OLD.event_id AND archived_at IS NOT NULL)
    BEGIN SELECT RAISE(ABORT, 'an archived event is read-only'); END;;

-- sqlite
CREATE TRIGGER ticket_change_not_archived BEFORE INSERT ON ticket_change
    WHEN NEW.kind IN ('revoked', 'reinstated', 'given')
        AND EXISTS (SELECT 1 FROM ticket t JOIN event e ON e.id = t.event_id WHERE t.id = NEW.ticket_id AND e.archived_at IS NOT NULL)
    BEGIN SELECT RAISE(ABORT, 'an archived event is read-only'); END;;

-- sqlite
CREATE TRIGGER allotment_move_not_archived BEFORE INSERT ON allotment_move
    WHEN EXISTS (SELECT 1 FROM allotment a JOIN ticket_type t ON t.id = a.ticket_type_id JOIN event e ON e.id = t.event_id
        WHERE a.id = NEW.from_id AND e.archived_at IS NOT NULL)
    BEGIN SELECT RAISE(ABORT, 'an archived event is read-only'); END;;

-- sqlite
CREATE TRIGGER price_level_not_archived BEFORE UPDATE ON price_level
    WHEN EXISTS (SELECT 1 FROM ticket_type t JOIN event e ON e.id = t.event_id WHERE t.id = NEW.ticket_type_id AND e.archived_at IS NOT NULL)
    BEGIN SELECT RAISE(ABORT, 'an archived event is read-only'); END;;

-- sqlite
CREATE TRIGGER price_step_not_archived BEFORE INSERT ON price_step
    WHEN EXISTS (SELECT 1 FROM price_level p JOIN ticket_type t ON t.id = p.ticket_type_id JOIN event e ON e.id = t.event_id
        WHERE p.id = NEW.price_level_id AND e.archived_at IS NOT NULL)
    BEGIN SELECT RAISE(ABORT, 'an archived event is read-only'); END;;

-- sqlite
CREATE TRIGGER event_not_archived BEFORE UPDATE ON event WHEN OLD.archived_at IS NOT NULL AND NEW.archived_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'an archived event is read-only'); END;;

-- postgres
CREATE FUNCTION foyer_refuse_archived() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'an archived event is read-only' USING ERRCODE = 'check_violation'; END $$;;

-- postgres
CREATE FUNCTION foyer_refuse_if_archived() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    about UUID;
BEGIN
    about := CASE TG_TABLE_NAME
        WHEN 'ticket_change' THEN (SELECT event_id FROM ticket WHERE id = (to_jsonb(NEW) ->> 'ticket_id')::UUID)
        WHEN 'allotment_move' THEN (SELECT t.event_id FROM allotment a JOIN ticket_type t ON t.id = a.ticket_type_id
                                    WHERE a.id = (to_jsonb(NEW) ->> 'from_id')::UUID)
        WHEN 'price_level' THEN (SELECT event_id FROM ticket_type WHERE id = (to_jsonb(NEW) ->> 'ticket_type_id')::UUID)
        WHEN 'price_step' THEN (SELECT t.event_id FROM price_level p JOIN ticket_type t ON t.id = p.ticket_type_id
                                WHERE p.id = (to_jsonb(NEW) ->> 'price_level_id')::UUID)
        ELSE (to_jsonb(OLD) ->> 'event_id')::UUID END;
    IF EXISTS (SELECT 1 FROM event WHERE id = about AND archived_at IS NOT NULL) THEN
        RAISE EXCEPTION 'an archived event is read-only' USING ERRCODE = 'check_violation';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;;

-- The one on the way of every sale is plain.
-- postgres
CREATE FUNCTION foyer_refuse_archived_event() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF EXISTS (SELECT 1 FROM event WHERE id = NEW.event_id AND archived_at IS NOT NULL) THEN
        RAISE EXCEPTION 'an archived event is read-only' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;;

-- postgres
CREATE TRIGGER sales_rollup_not_archived BEFORE INSERT ON sales_rollup FOR EACH ROW EXECUTE FUNCTION foyer_refuse_archived_event();;

-- postgres
CREATE TRIGGER claim_not_archived BEFORE INSERT ON claim FOR EACH ROW WHEN (NEW.state <> 'held') EXECUTE FUNCTION foyer_refuse_archived_event();;

-- postgres
CREATE TRIGGER claim_stays_archived BEFORE DELETE ON claim FOR EACH ROW WHEN (OLD.state IN ('killed', 'house'))
    EXECUTE FUNCTION foyer_refuse_if_archived();;

-- postgres
CREATE TRIGGER ticket_change_not_archived BEFORE INSERT ON ticket_change FOR EACH ROW WHEN (NEW.kind IN ('revoked', 'reinstated', 'given'))
    EXECUTE FUNCTION foyer_refuse_if_archived();;

-- postgres
CREATE TRIGGER allotment_move_not_archived BEFORE INSERT ON allotment_move FOR EACH ROW EXECUTE FUNCTION foyer_refuse_if_archived();;

-- postgres
CREATE TRIGGER price_level_not_archived BEFORE UPDATE ON price_level FOR EACH ROW EXECUTE FUNCTION foyer_refuse_if_archived();;

-- postgres
CREATE TRIGGER price_step_not_archived BEFORE INSERT ON price_step FOR EACH ROW EXECUTE FUNCTION foyer_refuse_if_archived();;

-- postgres
CREATE TRIGGER event_not_archived BEFORE UPDATE ON event FOR EACH ROW WHEN (OLD.archived_at IS NOT NULL AND NEW.archived_at IS NOT NULL)
    EXECUTE FUNCTION foyer_refuse_archived();;

-- A ticket that was passed on to an e-mail which no customer has. Whoever registers with it becomes the holder, and the row goes.
-- The e-mail stands here alone, never in the journal.
CREATE TABLE ticket_waiting (
    ticket_id {uuid} NOT NULL PRIMARY KEY REFERENCES ticket (id), -- one ticket, one taker
    email TEXT NOT NULL CHECK (email <> ''), -- in small letters
    at {int} NOT NULL
) {strict};;

CREATE INDEX ticket_waiting_for ON ticket_waiting (email);;

-- One more thing that may happen to a ticket. SQLite keeps its checks in the table's text alone.
-- sqlite
PRAGMA writable_schema = ON;;

-- sqlite
UPDATE sqlite_schema SET sql = replace(sql, '''given'', ''reprinted''', '''given'', ''reprinted'', ''claimed''')
    WHERE type = 'table' AND name = 'ticket_change';;

-- sqlite
PRAGMA writable_schema = RESET;;

-- postgres
ALTER TABLE ticket_change DROP CONSTRAINT ticket_change_kind_check;;

-- postgres
ALTER TABLE ticket_change ADD CONSTRAINT ticket_change_kind_check CHECK (kind IN ('revoked', 'reinstated', 'given', 'reprinted', 'claimed'));;

-- An amount that is taken off every ticket, instead of off the whole order.
ALTER TABLE promo_code ADD COLUMN per_ticket {int} NOT NULL DEFAULT 0 CHECK (per_ticket IN (0, 1)) CHECK (per_ticket = 0 OR kind = 'amount');;

-- sqlite
CREATE TRIGGER promo_code_per_ticket_stays BEFORE UPDATE OF per_ticket ON promo_code BEGIN SELECT RAISE(ABORT, 'the terms of a code stay'); END;;

-- postgres
DO $$ BEGIN
    ALTER TABLE ticket_waiting OWNER TO foyer_owner;
    ALTER FUNCTION foyer_refuse_archived() OWNER TO foyer_owner;
    ALTER FUNCTION foyer_refuse_if_archived() OWNER TO foyer_owner;
    ALTER FUNCTION foyer_refuse_archived_event() OWNER TO foyer_owner;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ticket_waiting TO foyer_terminal;
END $$;;
