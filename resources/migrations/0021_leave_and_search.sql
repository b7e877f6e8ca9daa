-- Exchanges keep the leave they were given; reservations that became nothing are found by their day and their seats.
-- Expand only.

-- Whoever allowed on the spot that tickets are taken back with which somebody came in. It holds until the exchange is made, so that
-- nobody has to be asked again after a crash. NULL: nobody had to, or nobody did.
ALTER TABLE exchange_plan ADD COLUMN approver_id {uuid} REFERENCES staff (id);;

-- Few of many reservations end without an order; those that live are few, too, and have an index of their own.
CREATE INDEX reservation_ended ON reservation (created_at) WHERE state IN ('released', 'expired');;

CREATE INDEX reservation_line_of_seat ON reservation_line (seat_id, event_id) WHERE seat_id IS NOT NULL;;
