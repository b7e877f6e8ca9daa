-- Doors that sell: places granted to them with tickets signed ahead, and sales that the centre could not take as they were.
-- The tables of grants and places stand at the centre and at the door alike; each tells its own side. Expand only.

-- Places of one ticket type that the centre gave to one door. They are out of the centre's hands until the door sells them or
-- gives them back: no time takes them back, as the ticket may be in somebody's hand.
CREATE TABLE door_grant (
    id {uuid} NOT NULL PRIMARY KEY,
    number {int} NOT NULL UNIQUE CHECK (number BETWEEN 1 AND 4294967295), -- the grant in ticket codes
    terminal_id {uuid} NOT NULL REFERENCES terminal (id), -- the door
    event_id {uuid} NOT NULL REFERENCES event (id),
    ticket_type_id {uuid} NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('offered', 'active', 'revoked')),
    granted_at {int} NOT NULL,
    acknowledged_at {int}, -- the door has stored it
    revoked_at {int},
    chain_id {uuid} NOT NULL,
    seq {int} NOT NULL,
    FOREIGN KEY (ticket_type_id, event_id) REFERENCES ticket_type (id, event_id),
    FOREIGN KEY (chain_id, seq) REFERENCES journal (chain_id, seq) DEFERRABLE INITIALLY DEFERRED,
    CHECK ((state = 'revoked') = (revoked_at IS NOT NULL)),
    CHECK (state <> 'active' OR acknowledged_at IS NOT NULL)
) {strict};;

CREATE INDEX door_grant_of ON door_grant (terminal_id);;

CREATE INDEX door_grant_of_event ON door_grant (event_id);;

-- sqlite
CREATE INDEX door_grant_of_record ON door_grant (chain_id, seq);;

-- One place with its ticket, signed by the centre before anybody bought it: a door cannot sign. It is sold once or given back once.
CREATE TABLE door_place (
    ticket_number TEXT NOT NULL PRIMARY KEY CHECK (length(ticket_number) = 10),
    grant_id {uuid} NOT NULL REFERENCES door_grant (id),
    position {int} NOT NULL CHECK (position >= 1),
    event_id {uuid} NOT NULL,
    seat_id {uuid} REFERENCES seat (id),
    code TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('granted', 'sold', 'returned')),
    ticket_id {uuid} UNIQUE,
    UNIQUE (grant_id, position),
    CHECK ((state = 'sold') = (ticket_id IS NOT NULL))
) {strict};;

-- A seat is in one hand at a time.
CREATE UNIQUE INDEX door_place_of_seat ON door_place (event_id, seat_id) WHERE seat_id IS NOT NULL AND state = 'granted';;

CREATE INDEX door_place_left ON door_place (grant_id, position) WHERE state = 'granted';;

-- sqlite
CREATE TRIGGER door_place_final BEFORE UPDATE ON door_place WHEN OLD.state <> 'granted' OR NEW.ticket_number <> OLD.ticket_number OR NEW.grant_id <> OLD.grant_id
    BEGIN SELECT RAISE(ABORT, 'a place of a door is sold or given back once'); END;;

-- sqlite
CREATE TRIGGER door_place_stays BEFORE DELETE ON door_place BEGIN SELECT RAISE(ABORT, 'a place of a door stays'); END;;

-- sqlite
CREATE TRIGGER door_grant_final BEFORE UPDATE ON door_grant WHEN OLD.state = 'revoked'
    BEGIN SELECT RAISE(ABORT, 'a revoked grant stays revoked'); END;;

-- sqlite
CREATE TRIGGER door_grant_stays BEFORE DELETE ON door_grant BEGIN SELECT RAISE(ABORT, 'a grant stays'); END;;

-- postgres
CREATE FUNCTION foyer_door_keeps() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RAISE EXCEPTION 'what a door was granted is sold or given back once, and stays' USING ERRCODE = 'check_violation';
END $$;;

-- postgres
CREATE TRIGGER door_place_final BEFORE UPDATE ON door_place FOR EACH ROW
    WHEN (OLD.state <> 'granted' OR NEW.ticket_number <> OLD.ticket_number OR NEW.grant_id <> OLD.grant_id) EXECUTE FUNCTION foyer_door_keeps();;

-- postgres
CREATE TRIGGER door_place_stays BEFORE DELETE ON door_place FOR EACH ROW EXECUTE FUNCTION foyer_door_keeps();;

-- postgres
CREATE TRIGGER door_grant_final BEFORE UPDATE ON door_grant FOR EACH ROW WHEN (OLD.state = 'revoked') EXECUTE FUNCTION foyer_door_keeps();;

-- postgres
CREATE TRIGGER door_grant_stays BEFORE DELETE ON door_grant FOR EACH ROW EXECUTE FUNCTION foyer_door_keeps();;

-- A sale that a door made and that the centre cannot take as it is: somebody looks at it. Never dropped. What it says is in the
-- door's record; this much of it the record is compared with until the order stands here.
CREATE TABLE door_sale_conflict (
    id {uuid} NOT NULL PRIMARY KEY, -- the order's
    kind TEXT NOT NULL CHECK (kind IN ('revoked', 'returned', 'sold_already', 'not_granted', 'archived', 'unreadable')),
    number TEXT NOT NULL, -- the order's
    order_kind TEXT NOT NULL,
    total {int} NOT NULL,
    currency TEXT NOT NULL,
    reservation_id {uuid},
    of_id {uuid},
    exchange_id {uuid},
    terminal_id {uuid} NOT NULL REFERENCES terminal (id),
    at {int} NOT NULL,
    chain_id {uuid} NOT NULL,
    seq {int} NOT NULL,
    resolution TEXT CHECK (resolution IN ('accepted', 'refunded', 'credited', 'dismissed')),
    resolved_at {int},
    resolved_by {uuid} REFERENCES staff (id),
    FOREIGN KEY (chain_id, seq) REFERENCES journal (chain_id, seq) DEFERRABLE INITIALLY DEFERRED,
    CHECK ((resolution IS NULL) = (resolved_at IS NULL))
) {strict};;

CREATE INDEX door_sale_conflict_open ON door_sale_conflict (at) WHERE resolution IS NULL;;

-- sqlite
CREATE INDEX door_sale_conflict_of_record ON door_sale_conflict (chain_id, seq);;

CREATE TABLE door_sale_conflict_ticket (
    line_id {uuid} NOT NULL PRIMARY KEY,
    conflict_id {uuid} NOT NULL REFERENCES door_sale_conflict (id),
    ticket_id {uuid} NOT NULL,
    ticket_number TEXT NOT NULL,
    event_id {uuid},
    ticket_type_id {uuid},
    seat_id {uuid},
    price {int} NOT NULL,
    fee {int} NOT NULL,
    refunds_id {uuid}
) {strict};;

CREATE INDEX door_sale_conflict_ticket_of ON door_sale_conflict_ticket (conflict_id);;

{append_only:door_sale_conflict_ticket};;

-- At a door: grants whose tickets nobody is admitted with, unless the centre says of one that it was sold. Only grows.
CREATE TABLE door_barred_grant (
    number {int} NOT NULL PRIMARY KEY
) {strict};;

-- A seat that a door has, seen from the centre; one that it has not, seen from the door. SQLite keeps its checks in the table's text alone.
-- sqlite
PRAGMA writable_schema = ON;;

-- sqlite
UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (state IN (''held'', ''sold'', ''killed'', ''house''))', 'CHECK (state IN (''held'', ''sold'', ''killed'', ''house'', ''door''))')
    WHERE type = 'table' AND name = 'claim';;

-- sqlite
UPDATE sqlite_schema SET sql = replace(sql, '''void'', ''revoked'')', '''void'', ''revoked'', ''archived'')') WHERE type = 'table' AND name = 'door_conflict';;

-- sqlite
PRAGMA writable_schema = RESET;;

-- postgres
ALTER TABLE claim DROP CONSTRAINT claim_state_check;;

-- postgres
ALTER TABLE claim ADD CONSTRAINT claim_state_check CHECK (state IN ('held', 'sold', 'killed', 'house', 'door'));;

-- postgres
ALTER TABLE door_conflict DROP CONSTRAINT door_conflict_kind_check;;

-- postgres
ALTER TABLE door_conflict ADD CONSTRAINT door_conflict_kind_check
    CHECK (kind IN ('twice', 'out_of_turn', 'unknown', 'passed_on', 'void', 'revoked', 'archived'));;

DROP INDEX claim_blocked;;

CREATE INDEX claim_blocked ON claim (ticket_type_id) WHERE state IN ('killed', 'house', 'door');;

-- A door sells and admits; whatever else happens to an order or a ticket happens at the centre. Doors are on SQLite.
-- sqlite
CREATE TRIGGER orders_of_door BEFORE INSERT ON orders
    WHEN NEW.kind <> 'sale' AND EXISTS (SELECT 1 FROM setting WHERE name = 'door_centre')
    BEGIN SELECT RAISE(ABORT, 'a door only sells'); END;;

-- sqlite
CREATE TRIGGER ticket_change_of_door BEFORE INSERT ON ticket_change
    WHEN NEW.kind <> 'reprinted' AND EXISTS (SELECT 1 FROM setting WHERE name = 'door_centre')
    BEGIN SELECT RAISE(ABORT, 'a door changes no tickets'); END;;

-- postgres
DO $$ DECLARE t TEXT; BEGIN
    FOREACH t IN ARRAY ARRAY['door_grant', 'door_place', 'door_sale_conflict', 'door_sale_conflict_ticket', 'door_barred_grant'] LOOP
        EXECUTE format('ALTER TABLE %I OWNER TO foyer_owner', t);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO foyer_terminal', t);
        EXECUTE format('GRANT SELECT ON %I TO foyer_read', t);
    END LOOP;
    ALTER FUNCTION foyer_door_keeps() OWNER TO foyer_owner;
    GRANT UPDATE (state, acknowledged_at, revoked_at) ON door_grant TO foyer_terminal;
    GRANT UPDATE (state, ticket_id) ON door_place TO foyer_terminal;
    GRANT UPDATE (resolution, resolved_at, resolved_by) ON door_sale_conflict TO foyer_terminal;
    GRANT INSERT ON door_barred_grant TO foyer_terminal;
END $$;;
