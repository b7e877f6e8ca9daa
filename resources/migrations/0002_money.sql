-- Booking fees, card machines that stand alone, and sales whose tender was written down wrongly.

-- Per order once, and per ticket. Tax included, at the rate of the ticket; both are fixed when a place is reserved.
ALTER TABLE event ADD COLUMN order_fee {int} NOT NULL DEFAULT 0 CHECK (order_fee >= 0);;

ALTER TABLE ticket_type ADD COLUMN fee {int} NOT NULL DEFAULT 0 CHECK (fee >= 0);;

ALTER TABLE reservation_line ADD COLUMN unit_fee {int} NOT NULL DEFAULT 0 CHECK (unit_fee >= 0);;

-- Of the event; a reservation owes the highest among its lines of one event.
ALTER TABLE reservation_line ADD COLUMN order_fee {int} NOT NULL DEFAULT 0 CHECK (order_fee >= 0);;

-- Who answers for a card attempt: asked by its name, whatever the till is set to later. 'external' is a card machine
-- that stands alone, for which a person answers.
ALTER TABLE payment ADD COLUMN gateway TEXT NOT NULL DEFAULT '';;

UPDATE payment SET gateway = 'sandbox' WHERE tender = 'card';;

-- A payment that was written down with the wrong tender. The payment itself stays as it was; the latest correction says
-- what it counts as, and transfers move its amount.
CREATE TABLE tender_correction (
    id {uuid} NOT NULL PRIMARY KEY,
    payment_id {uuid} NOT NULL REFERENCES payment (id),
    number {int} NOT NULL CHECK (number >= 1),
    tender TEXT NOT NULL CHECK (tender IN ('cash', 'card')),
    reference TEXT NOT NULL, -- the card machine's receipt
    staff_id {uuid} REFERENCES staff (id),
    at {int} NOT NULL,
    chain_id {uuid} NOT NULL,
    seq {int} NOT NULL,
    UNIQUE (payment_id, number),
    CHECK ((tender = 'card') = (reference <> '')),
    FOREIGN KEY (chain_id, seq) REFERENCES journal (chain_id, seq) DEFERRABLE INITIALLY DEFERRED
) {strict};;

-- sqlite
CREATE INDEX tender_correction_of_record ON tender_correction (chain_id, seq);;

{append_only:tender_correction};;

-- postgres
ALTER TABLE tender_correction OWNER TO foyer_owner;;

-- postgres
GRANT SELECT, INSERT ON tender_correction TO foyer_terminal;;

-- postgres
GRANT SELECT ON tender_correction TO foyer_read;;
