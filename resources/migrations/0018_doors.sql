-- Doors that work without the centre: who is one, what they could not be believed, and what each of them knows. Expand only.

-- A code with which one machine may become a door, once. The code itself is nowhere.
CREATE TABLE door_invitation (
    id {uuid} NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    code_hash {bytes} NOT NULL UNIQUE, -- SHA-256
    expires_at {int} NOT NULL,
    terminal_id {uuid} REFERENCES terminal (id) -- who used it
) {strict};;

-- A machine with a database of its own, whose journal comes here record by record.
CREATE TABLE door (
    terminal_id {uuid} NOT NULL PRIMARY KEY REFERENCES terminal (id),
    chain_id {uuid} NOT NULL UNIQUE REFERENCES chain (id),
    enrolled_at {int} NOT NULL,
    seen_at {int},
    stopped_at {int}, -- two databases spoke for it: nobody is believed any more
    CHECK (seen_at IS NULL OR seen_at >= enrolled_at)
) {strict};;

-- A passage that a door let happen and that the centre cannot count: somebody looks at it. Never dropped.
CREATE TABLE door_conflict (
    id {uuid} NOT NULL PRIMARY KEY, -- the passage's
    kind TEXT NOT NULL CHECK (kind IN ('twice', 'out_of_turn', 'unknown', 'passed_on', 'void', 'revoked')),
    ticket_number TEXT NOT NULL CHECK (length(ticket_number) = 10),
    event_id {uuid} NOT NULL REFERENCES event (id),
    number {int} NOT NULL CHECK (number >= 1),
    direction TEXT NOT NULL CHECK (direction IN ('entry', 'exit')),
    generation {int} NOT NULL CHECK (generation BETWEEN 1 AND 65535),
    terminal_id {uuid} NOT NULL REFERENCES terminal (id),
    at {int} NOT NULL,
    chain_id {uuid} NOT NULL,
    seq {int} NOT NULL,
    accepted_at {int},
    accepted_by {uuid} REFERENCES staff (id),
    FOREIGN KEY (chain_id, seq) REFERENCES journal (chain_id, seq) DEFERRABLE INITIALLY DEFERRED
) {strict};;

CREATE INDEX door_conflict_open ON door_conflict (at) WHERE accepted_at IS NULL;;

-- sqlite
CREATE INDEX door_conflict_of_record ON door_conflict (chain_id, seq);;

-- At a door: tickets that are not as their first code says, as the centre told. Only grows stricter.
CREATE TABLE door_notice (
    ticket_number TEXT NOT NULL PRIMARY KEY,
    state TEXT NOT NULL CHECK (state IN ('valid', 'revoked', 'void')),
    generation {int} NOT NULL CHECK (generation >= 1) -- earlier codes admit nobody
) {strict};;

-- At a door: passages elsewhere, as the centre told.
CREATE TABLE door_sighting (
    ticket_number TEXT NOT NULL,
    event_id {uuid} NOT NULL,
    number {int} NOT NULL,
    direction TEXT NOT NULL CHECK (direction IN ('entry', 'exit')),
    generation {int} NOT NULL,
    terminal_id {uuid} NOT NULL,
    at {int} NOT NULL,
    PRIMARY KEY (ticket_number, number)
) {strict};;

CREATE INDEX door_sighting_of_event ON door_sighting (event_id);;

-- At a door: how many valid tickets an event has, as the centre told.
CREATE TABLE door_house (
    event_id {uuid} NOT NULL PRIMARY KEY,
    going {int} NOT NULL
) {strict};;

-- A passage follows the one before it, wherever that was.
-- sqlite
DROP TRIGGER admission_follows;;

-- sqlite
CREATE TRIGGER admission_follows BEFORE INSERT ON admission
    WHEN NEW.number <> 1 + max((SELECT coalesce(max(number), 0) FROM admission WHERE ticket_number = NEW.ticket_number),
                               (SELECT coalesce(max(number), 0) FROM door_sighting WHERE ticket_number = NEW.ticket_number))
    BEGIN SELECT RAISE(ABORT, 'a passage follows the one before it'); END;;

-- postgres
CREATE OR REPLACE FUNCTION foyer_admission_follows() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NEW.number <> 1 + greatest((SELECT coalesce(max(number), 0) FROM admission WHERE ticket_number = NEW.ticket_number),
                                  (SELECT coalesce(max(number), 0) FROM door_sighting WHERE ticket_number = NEW.ticket_number)) THEN
        RAISE EXCEPTION 'a passage follows the one before it' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;;

-- What doors have to be told about.
CREATE INDEX ticket_unlike_its_first_code ON ticket (event_id) WHERE state <> 'valid' OR generation > 1;;

-- postgres
DO $$ DECLARE t TEXT; BEGIN
    FOREACH t IN ARRAY ARRAY['door_invitation', 'door', 'door_conflict', 'door_notice', 'door_sighting', 'door_house'] LOOP
        EXECUTE format('ALTER TABLE %I OWNER TO foyer_owner', t);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO foyer_terminal', t);
    END LOOP;
    GRANT SELECT ON door, door_conflict, door_notice, door_sighting, door_house TO foyer_read;
    GRANT UPDATE (terminal_id) ON door_invitation TO foyer_terminal;
    GRANT UPDATE (seen_at, stopped_at) ON door TO foyer_terminal;
    GRANT UPDATE (accepted_at, accepted_by) ON door_conflict TO foyer_terminal;
    GRANT UPDATE ON door_notice, door_sighting, door_house TO foyer_terminal;
END $$;;
