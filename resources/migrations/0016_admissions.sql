-- Admissions: who came in at which door, and who went out again. Expand only.

-- One row for each passage of a ticket. They count from 1, an entry and an exit by turns, so that nobody comes in twice with one
-- ticket: the key refuses it, whoever else has the ticket in hand. By the ticket's number and not its id, since a door without a
-- network knows no more of a ticket than its code says; verify proves that the tickets are there.
CREATE TABLE admission (
    id {uuid} NOT NULL PRIMARY KEY,
    ticket_number TEXT NOT NULL CHECK (length(ticket_number) = 10),
    event_id {uuid} NOT NULL REFERENCES event (id),
    number {int} NOT NULL CHECK (number >= 1), -- of the ticket's passages
    direction TEXT NOT NULL CHECK (direction IN ('entry', 'exit')),
    generation {int} NOT NULL CHECK (generation BETWEEN 1 AND 65535), -- of the code that was scanned
    terminal_id {uuid} NOT NULL REFERENCES terminal (id), -- the door
    staff_id {uuid} REFERENCES staff (id),
    at {int} NOT NULL,
    chain_id {uuid} NOT NULL,
    seq {int} NOT NULL,
    CONSTRAINT admission_once UNIQUE (ticket_number, number),
    CONSTRAINT admission_by_turns CHECK ((direction = 'entry') = (number % 2 = 1)),
    FOREIGN KEY (chain_id, seq) REFERENCES journal (chain_id, seq) DEFERRABLE INITIALLY DEFERRED
) {strict};;

CREATE INDEX admission_of_event ON admission (event_id);;

-- sqlite
CREATE INDEX admission_of_record ON admission (chain_id, seq);;

-- No passage without the one before it: a gap would be two entries in a row.
-- sqlite
CREATE TRIGGER admission_follows BEFORE INSERT ON admission
    WHEN NEW.number <> 1 + (SELECT coalesce(max(number), 0) FROM admission WHERE ticket_number = NEW.ticket_number)
    BEGIN SELECT RAISE(ABORT, 'a passage follows the one before it'); END;;

-- sqlite
CREATE TRIGGER admission_not_archived BEFORE INSERT ON admission
    WHEN EXISTS (SELECT 1 FROM event WHERE id = NEW.event_id AND archived_at IS NOT NULL)
    BEGIN SELECT RAISE(ABORT, 'an archived event is read-only'); END;;

-- postgres
CREATE FUNCTION foyer_admission_follows() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NEW.number <> 1 + (SELECT coalesce(max(number), 0) FROM admission WHERE ticket_number = NEW.ticket_number) THEN
        RAISE EXCEPTION 'a passage follows the one before it' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;;

-- postgres
CREATE TRIGGER admission_follows BEFORE INSERT ON admission FOR EACH ROW EXECUTE FUNCTION foyer_admission_follows();;

-- postgres
CREATE TRIGGER admission_not_archived BEFORE INSERT ON admission FOR EACH ROW EXECUTE FUNCTION foyer_refuse_archived_event();;

{append_only:admission};;

-- Who is still expected is what was sold less what sleeps; most events have next to none of these.
CREATE INDEX ticket_revoked ON ticket (event_id) WHERE state = 'revoked';;

-- postgres
DO $$ BEGIN
    ALTER TABLE admission OWNER TO foyer_owner;
    ALTER FUNCTION foyer_admission_follows() OWNER TO foyer_owner;
    GRANT SELECT, INSERT ON admission TO foyer_terminal;
    GRANT SELECT ON admission TO foyer_read;
END $$;;
