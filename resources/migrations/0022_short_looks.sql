-- What many fresh rows name together is looked up once, and not once a row: a batch of reservations is of one terminal and mostly of one price.

-- postgres
CREATE OR REPLACE FUNCTION foyer_reservation_names() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$ BEGIN
    IF EXISTS (SELECT FROM (SELECT DISTINCT terminal_id, staff_id FROM fresh) AS f WHERE NOT EXISTS (SELECT FROM terminal p WHERE p.id = f.terminal_id OFFSET 0)
               OR f.staff_id IS NOT NULL AND NOT EXISTS (SELECT FROM staff p WHERE p.id = f.staff_id OFFSET 0)) THEN
        RAISE EXCEPTION 'a reservation names what is not there' USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NULL;
END $$;;

-- postgres
CREATE OR REPLACE FUNCTION foyer_reservation_line_names() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$ BEGIN
    IF EXISTS (SELECT FROM (SELECT DISTINCT event_id, ticket_type_id, price_level_id, allotment_id FROM fresh) AS f
               WHERE NOT EXISTS (SELECT FROM ticket_type p WHERE p.id = f.ticket_type_id AND p.event_id = f.event_id OFFSET 0)
               OR NOT EXISTS (SELECT FROM price_level p WHERE p.id = f.price_level_id OFFSET 0)
               OR f.allotment_id IS NOT NULL AND NOT EXISTS (SELECT FROM allotment p WHERE p.id = f.allotment_id OFFSET 0))
       OR EXISTS (SELECT FROM fresh WHERE NOT EXISTS (SELECT FROM reservation p WHERE p.id = fresh.reservation_id OFFSET 0)
                  OR seat_id IS NOT NULL AND NOT EXISTS (SELECT FROM seat p WHERE p.id = fresh.seat_id OFFSET 0)) THEN
        RAISE EXCEPTION 'a line of a reservation names what is not there' USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NULL;
END $$;;

-- postgres
CREATE OR REPLACE FUNCTION foyer_claim_names() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$ BEGIN
    IF EXISTS (SELECT FROM (SELECT DISTINCT event_id, ticket_type_id FROM fresh) AS f
               WHERE NOT EXISTS (SELECT FROM ticket_type p WHERE p.id = f.ticket_type_id AND p.event_id = f.event_id OFFSET 0))
       OR EXISTS (SELECT FROM fresh WHERE NOT EXISTS (SELECT FROM seat p WHERE p.id = fresh.seat_id OFFSET 0)) THEN
        RAISE EXCEPTION 'a claim names what is not there' USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NULL;
END $$;;

-- postgres
CREATE OR REPLACE FUNCTION foyer_ticket_names() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$ BEGIN
    IF EXISTS (SELECT FROM (SELECT DISTINCT event_id, ticket_type_id, issuer FROM fresh) AS f
               WHERE NOT EXISTS (SELECT FROM ticket_type p WHERE p.id = f.ticket_type_id AND p.event_id = f.event_id OFFSET 0)
               OR NOT EXISTS (SELECT FROM terminal p WHERE p.number = f.issuer OFFSET 0))
       OR EXISTS (SELECT FROM fresh WHERE seat_id IS NOT NULL AND NOT EXISTS (SELECT FROM seat p WHERE p.id = fresh.seat_id OFFSET 0)) THEN
        RAISE EXCEPTION 'a ticket names what is not there' USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NULL;
END $$;;

-- postgres
CREATE OR REPLACE FUNCTION foyer_order_names() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$ BEGIN
    IF EXISTS (SELECT FROM (SELECT DISTINCT terminal_id, staff_id, shift_id, drawer_shift_id FROM fresh) AS f
               WHERE NOT EXISTS (SELECT FROM terminal p WHERE p.id = f.terminal_id OFFSET 0)
               OR f.staff_id IS NOT NULL AND NOT EXISTS (SELECT FROM staff p WHERE p.id = f.staff_id OFFSET 0)
               OR f.shift_id IS NOT NULL AND NOT EXISTS (SELECT FROM shift p WHERE p.id = f.shift_id OFFSET 0)
               OR f.drawer_shift_id IS NOT NULL AND NOT EXISTS (SELECT FROM drawer_shift p WHERE p.id = f.drawer_shift_id OFFSET 0))
       OR EXISTS (SELECT FROM fresh WHERE reservation_id IS NOT NULL AND NOT EXISTS (SELECT FROM reservation p WHERE p.id = fresh.reservation_id OFFSET 0)
                  OR refers_to IS NOT NULL AND NOT EXISTS (SELECT FROM orders p WHERE p.id = fresh.refers_to OFFSET 0)
                  OR exchange_id IS NOT NULL AND NOT EXISTS (SELECT FROM orders p WHERE p.id = fresh.exchange_id OFFSET 0)) THEN
        RAISE EXCEPTION 'an order names what is not there' USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NULL;
END $$;;

-- postgres
CREATE OR REPLACE FUNCTION foyer_order_line_names() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$ BEGIN
    IF EXISTS (SELECT FROM (SELECT DISTINCT event_id, ticket_type_id, price_level_id, allotment_id FROM fresh) AS f
               WHERE NOT EXISTS (SELECT FROM ticket_type p WHERE p.id = f.ticket_type_id AND p.event_id = f.event_id OFFSET 0)
               OR NOT EXISTS (SELECT FROM price_level p WHERE p.id = f.price_level_id OFFSET 0)
               OR f.allotment_id IS NOT NULL AND NOT EXISTS (SELECT FROM allotment p WHERE p.id = f.allotment_id OFFSET 0))
       OR EXISTS (SELECT FROM fresh WHERE NOT EXISTS (SELECT FROM orders p WHERE p.id = fresh.order_id OFFSET 0)
                  OR NOT EXISTS (SELECT FROM ticket p WHERE p.id = fresh.ticket_id OFFSET 0)
                  OR refunds IS NOT NULL AND NOT EXISTS (SELECT FROM order_line p WHERE p.id = fresh.refunds OFFSET 0)) THEN
        RAISE EXCEPTION 'a line of an order names what is not there' USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NULL;
END $$;;

-- Counters that are told last travel with COMMIT, so that their rows stay locked for a flush and no trip longer: too few places are an error
-- of its own (FY001), which rolls back; a place that was not there to give back is a bug like any other check.

-- postgres
CREATE FUNCTION foyer_all_counted(wanted BIGINT, counted BIGINT, code TEXT) RETURNS void LANGUAGE plpgsql AS $$ BEGIN
    IF counted <> wanted THEN
        RAISE EXCEPTION 'an allotment has not got the places' USING ERRCODE = code;
    END IF;
END $$;;

-- postgres
ALTER FUNCTION foyer_all_counted(BIGINT, BIGINT, TEXT) OWNER TO foyer_owner;;
