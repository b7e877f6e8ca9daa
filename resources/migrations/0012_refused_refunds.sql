-- What a bank would not take back is looked for at every start and after every answer.
-- Expand only.

CREATE INDEX payment_refused_refund ON payment (terminal_id) WHERE kind = 'refund' AND state IN ('failed', 'declined');;
