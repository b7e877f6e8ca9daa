-- What is sold and where, who sells it, and every record of a sale stay for ever: nothing deletes such a row or gives it another id.
-- So a row that names one has to find it, and needs no lock on it. A foreign key of PostgreSQL takes that lock, row by row, and all
-- tills together want the same few rows: the terminal, the ticket type, its prices and its allotment. Here one look a statement
-- takes the place of those keys. SQLite has one writer and keeps its keys.

-- postgres
CREATE FUNCTION foyer_stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RAISE EXCEPTION 'a row of % stays, and keeps its id', TG_TABLE_NAME USING ERRCODE = 'foreign_key_violation';
END $$;;

-- postgres
ALTER FUNCTION foyer_stays() OWNER TO foyer_owner;;

-- Orders and their lines are append-only anyway.
-- postgres
DO $$
DECLARE
    kept TEXT[] := ARRAY[['terminal', 'id, number'], ['staff', 'id'], ['shift', 'id'], ['drawer_shift', 'id'], ['event', 'id'], ['seat', 'id'],
                         ['ticket_type', 'id, event_id'], ['price_level', 'id'], ['allotment', 'id'], ['reservation', 'id'], ['ticket', 'id'],
                         ['payment', 'id'], ['account', 'id, currency']];
    one TEXT[];
BEGIN
    FOREACH one SLICE 1 IN ARRAY kept LOOP
        EXECUTE format('CREATE TRIGGER %I BEFORE DELETE OR UPDATE OF %s ON %I FOR EACH ROW EXECUTE FUNCTION foyer_stays()', one[1] || '_is_permanent', one[2], one[1]);
        EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION foyer_stays()', one[1] || '_is_not_emptied', one[1]);
    END LOOP;
END $$;;

-- What a row may be missing, by its table. OFFSET 0 keeps each look a look by key, whatever the planner thinks of the sizes when it
-- plans this once for a session. An event is there when its ticket type is.

-- postgres
CREATE FUNCTION foyer_reservation_names() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$ BEGIN
    IF EXISTS (SELECT FROM fresh WHERE NOT EXISTS (SELECT FROM terminal p WHERE p.id = fresh.terminal_id OFFSET 0)
               OR staff_id IS NOT NULL AND NOT EXISTS (SELECT FROM staff p WHERE p.id = fresh.staff_id OFFSET 0)) THEN
        RAISE EXCEPTION 'a reservation names what is not there' USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NULL;
END $$;;

-- postgres
CREATE FUNCTION foyer_reservation_line_names() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$ BEGIN
    IF EXISTS (SELECT FROM fresh WHERE NOT EXISTS (SELECT FROM reservation p WHERE p.id = fresh.reservation_id OFFSET 0)
               OR NOT EXISTS (SELECT FROM ticket_type p WHERE p.id = fresh.ticket_type_id AND p.event_id = fresh.event_id OFFSET 0)
               OR NOT EXISTS (SELECT FROM price_level p WHERE p.id = fresh.price_level_id OFFSET 0)
               OR seat_id IS NOT NULL AND NOT EXISTS (SELECT FROM seat p WHERE p.id = fresh.seat_id OFFSET 0)
               OR allotment_id IS NOT NULL AND NOT EXISTS (SELECT FROM allotment p WHERE p.id = fresh.allotment_id OFFSET 0)) THEN
        RAISE EXCEPTION 'a line of a reservation names what is not there' USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NULL;
END $$;;

-- postgres
CREATE FUNCTION foyer_claim_names() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$ BEGIN
    IF EXISTS (SELECT FROM fresh WHERE NOT EXISTS (SELECT FROM ticket_type p WHERE p.id = fresh.ticket_type_id AND p.event_id = fresh.event_id OFFSET 0)
               OR NOT EXISTS (SELECT FROM seat p WHERE p.id = fresh.seat_id OFFSET 0)) THEN
        RAISE EXCEPTION 'a claim names what is not there' USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NULL;
END $$;;

-- postgres
CREATE FUNCTION foyer_ticket_names() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$ BEGIN
    IF EXISTS (SELECT FROM fresh WHERE NOT EXISTS (SELECT FROM ticket_type p WHERE p.id = fresh.ticket_type_id AND p.event_id = fresh.event_id OFFSET 0)
               OR seat_id IS NOT NULL AND NOT EXISTS (SELECT FROM seat p WHERE p.id = fresh.seat_id OFFSET 0)
               OR NOT EXISTS (SELECT FROM terminal p WHERE p.number = fresh.issuer OFFSET 0)) THEN
        RAISE EXCEPTION 'a ticket names what is not there' USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NULL;
END $$;;

-- postgres
CREATE FUNCTION foyer_order_names() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$ BEGIN
    IF EXISTS (SELECT FROM fresh WHERE reservation_id IS NOT NULL AND NOT EXISTS (SELECT FROM reservation p WHERE p.id = fresh.reservation_id OFFSET 0)
               OR refers_to IS NOT NULL AND NOT EXISTS (SELECT FROM orders p WHERE p.id = fresh.refers_to OFFSET 0)
               OR exchange_id IS NOT NULL AND NOT EXISTS (SELECT FROM orders p WHERE p.id = fresh.exchange_id OFFSET 0)
               OR NOT EXISTS (SELECT FROM terminal p WHERE p.id = fresh.terminal_id OFFSET 0)
               OR staff_id IS NOT NULL AND NOT EXISTS (SELECT FROM staff p WHERE p.id = fresh.staff_id OFFSET 0)
               OR shift_id IS NOT NULL AND NOT EXISTS (SELECT FROM shift p WHERE p.id = fresh.shift_id OFFSET 0)
               OR drawer_shift_id IS NOT NULL AND NOT EXISTS (SELECT FROM drawer_shift p WHERE p.id = fresh.drawer_shift_id OFFSET 0)) THEN
        RAISE EXCEPTION 'an order names what is not there' USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NULL;
END $$;;

-- postgres
CREATE FUNCTION foyer_order_line_names() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$ BEGIN
    IF EXISTS (SELECT FROM fresh WHERE NOT EXISTS (SELECT FROM orders p WHERE p.id = fresh.order_id OFFSET 0)
               OR NOT EXISTS (SELECT FROM ticket p WHERE p.id = fresh.ticket_id OFFSET 0)
               OR NOT EXISTS (SELECT FROM ticket_type p WHERE p.id = fresh.ticket_type_id AND p.event_id = fresh.event_id OFFSET 0)
               OR NOT EXISTS (SELECT FROM price_level p WHERE p.id = fresh.price_level_id OFFSET 0)
               OR allotment_id IS NOT NULL AND NOT EXISTS (SELECT FROM allotment p WHERE p.id = fresh.allotment_id OFFSET 0)
               OR refunds IS NOT NULL AND NOT EXISTS (SELECT FROM order_line p WHERE p.id = fresh.refunds OFFSET 0)) THEN
        RAISE EXCEPTION 'a line of an order names what is not there' USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NULL;
END $$;;

-- postgres
CREATE FUNCTION foyer_payment_names() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$ BEGIN
    IF EXISTS (SELECT FROM fresh WHERE NOT EXISTS (SELECT FROM reservation p WHERE p.id = fresh.reservation_id OFFSET 0)
               OR refers_to IS NOT NULL AND NOT EXISTS (SELECT FROM payment p WHERE p.id = fresh.refers_to OFFSET 0)
               OR wallet_id IS NOT NULL AND NOT EXISTS (SELECT FROM account p WHERE p.id = fresh.wallet_id OFFSET 0)
               OR NOT EXISTS (SELECT FROM terminal p WHERE p.id = fresh.terminal_id OFFSET 0)
               OR shift_id IS NOT NULL AND NOT EXISTS (SELECT FROM shift p WHERE p.id = fresh.shift_id OFFSET 0)) THEN
        RAISE EXCEPTION 'a payment names what is not there' USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NULL;
END $$;;

-- postgres
CREATE FUNCTION foyer_transfer_names() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$ BEGIN
    IF EXISTS (SELECT FROM fresh WHERE NOT EXISTS (SELECT FROM account p WHERE p.id = fresh.debit_id AND p.currency = fresh.currency OFFSET 0)
               OR NOT EXISTS (SELECT FROM account p WHERE p.id = fresh.credit_id AND p.currency = fresh.currency OFFSET 0)
               OR reservation_id IS NOT NULL AND NOT EXISTS (SELECT FROM reservation p WHERE p.id = fresh.reservation_id OFFSET 0)
               OR payment_id IS NOT NULL AND NOT EXISTS (SELECT FROM payment p WHERE p.id = fresh.payment_id OFFSET 0)) THEN
        RAISE EXCEPTION 'a transfer names what is not there' USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NULL;
END $$;;

-- What changes afterwards in such a row: a cart that another till takes over, a place at another price, a seat that is sold as another type.

-- postgres
CREATE FUNCTION foyer_reservation_moves() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$ BEGIN
    IF NOT EXISTS (SELECT FROM terminal p WHERE p.id = NEW.terminal_id)
       OR NEW.staff_id IS NOT NULL AND NOT EXISTS (SELECT FROM staff p WHERE p.id = NEW.staff_id) THEN
        RAISE EXCEPTION 'a reservation names what is not there' USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NULL;
END $$;;

-- postgres
CREATE FUNCTION foyer_reservation_line_changes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$ BEGIN
    IF NOT EXISTS (SELECT FROM price_level p WHERE p.id = NEW.price_level_id) THEN
        RAISE EXCEPTION 'a line of a reservation names what is not there' USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NULL;
END $$;;

-- postgres
CREATE FUNCTION foyer_claim_changes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$ BEGIN
    IF NOT EXISTS (SELECT FROM ticket_type p WHERE p.id = NEW.ticket_type_id AND p.event_id = NEW.event_id)
       OR NOT EXISTS (SELECT FROM seat p WHERE p.id = NEW.seat_id) THEN
        RAISE EXCEPTION 'a claim names what is not there' USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NULL;
END $$;;

-- postgres
DO $$
DECLARE
    looks TEXT[] := ARRAY[['reservation', 'foyer_reservation_names'], ['reservation_line', 'foyer_reservation_line_names'],
                         ['claim', 'foyer_claim_names'], ['ticket', 'foyer_ticket_names'], ['orders', 'foyer_order_names'],
                         ['order_line', 'foyer_order_line_names'], ['payment', 'foyer_payment_names'], ['transfer', 'foyer_transfer_names']];
    keys TEXT[] := ARRAY[['reservation', 'terminal_id'], ['reservation', 'staff_id'], ['reservation_line', 'reservation_id'],
                         ['reservation_line', 'ticket_type_id_event_id'], ['reservation_line', 'price_level_id'], ['reservation_line', 'seat_id'],
                         ['reservation_line', 'allotment_id'], ['claim', 'event_id'], ['claim', 'ticket_type_id_event_id'], ['claim', 'seat_id'],
                         ['ticket', 'event_id'], ['ticket', 'ticket_type_id_event_id'], ['ticket', 'seat_id'], ['ticket', 'issuer'],
                         ['orders', 'reservation_id'], ['orders', 'refers_to'], ['orders', 'exchange_id'], ['orders', 'terminal_id'],
                         ['orders', 'staff_id'], ['orders', 'shift_id'], ['orders', 'drawer_shift_id'], ['order_line', 'order_id'],
                         ['order_line', 'ticket_id'], ['order_line', 'ticket_type_id_event_id'], ['order_line', 'price_level_id'],
                         ['order_line', 'allotment_id'], ['order_line', 'refunds'], ['payment', 'reservation_id'], ['payment', 'refers_to'],
                         ['payment', 'wallet_id'], ['payment', 'terminal_id'], ['payment', 'shift_id'], ['transfer', 'debit_id_currency'],
                         ['transfer', 'credit_id_currency'], ['transfer', 'reservation_id'], ['transfer', 'payment_id']];
    one TEXT[];
BEGIN
    FOREACH one SLICE 1 IN ARRAY keys LOOP
        EXECUTE format('ALTER TABLE %I DROP CONSTRAINT %I', one[1], one[1] || '_' || one[2] || '_fkey');
    END LOOP;
    FOREACH one SLICE 1 IN ARRAY looks LOOP
        EXECUTE format('ALTER FUNCTION %I() OWNER TO foyer_owner', one[2]);
        EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %I REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION %I()', one[1] || '_names', one[1], one[2]);
    END LOOP;
    ALTER FUNCTION foyer_reservation_moves() OWNER TO foyer_owner;
    ALTER FUNCTION foyer_reservation_line_changes() OWNER TO foyer_owner;
    ALTER FUNCTION foyer_claim_changes() OWNER TO foyer_owner;
    REVOKE UPDATE ON reservation_line FROM foyer_terminal;
    GRANT UPDATE (price_level_id, unit_price, tax_rate) ON reservation_line TO foyer_terminal;
END $$;;

-- postgres
CREATE TRIGGER reservation_moves AFTER UPDATE OF terminal_id, staff_id ON reservation FOR EACH ROW EXECUTE FUNCTION foyer_reservation_moves();;

-- postgres
CREATE TRIGGER reservation_line_changes AFTER UPDATE OF price_level_id ON reservation_line FOR EACH ROW EXECUTE FUNCTION foyer_reservation_line_changes();;

-- postgres
CREATE TRIGGER claim_changes AFTER UPDATE OF event_id, seat_id, ticket_type_id ON claim FOR EACH ROW
    WHEN (OLD.event_id <> NEW.event_id OR OLD.seat_id <> NEW.seat_id OR OLD.ticket_type_id <> NEW.ticket_type_id) EXECUTE FUNCTION foyer_claim_changes();;
