-- The change feed counts the places of single ticket types, again and again, without reading the whole house.
-- Sold seats come from the rollup, held ones from the few reservations that live, blocked ones from here.

CREATE INDEX sales_rollup_by_type ON sales_rollup (ticket_type_id);;

CREATE INDEX claim_blocked ON claim (ticket_type_id) WHERE state IN ('killed', 'house');;
