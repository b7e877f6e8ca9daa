-- Wallets: money that the house keeps for people, and gift cards, which are wallets with a code and no person.
-- Programs of the step before book no wallet, and never see one change under them.

ALTER TABLE customer ADD COLUMN notes TEXT NOT NULL DEFAULT '';;

ALTER TABLE customer ADD COLUMN erased_at {int};;

-- Of two entries for one person the other one stays; what points at this one is found through it.
ALTER TABLE customer ADD COLUMN merged_into {uuid} REFERENCES customer (id);;

CREATE INDEX customer_merged ON customer (merged_into) WHERE merged_into IS NOT NULL;;

-- A file that is imported knows people by their e-mail.
CREATE INDEX customer_by_email ON customer (lower(email)) WHERE email <> '';;

CREATE TABLE gift_card (
    id {uuid} NOT NULL PRIMARY KEY, -- the owner of its account
    code TEXT NOT NULL UNIQUE CHECK (length(code) = 16),
    created_at {int} NOT NULL
) {strict};;

-- How many transfers have moved an account whose balance is stored: the next one's number on its statement.
ALTER TABLE account ADD COLUMN operations {int} NOT NULL DEFAULT 0 CHECK (operations >= 0);;

CREATE INDEX account_of_owner ON account (owner) WHERE balance IS NOT NULL;;

-- The statement's line on either side: the how-manieth it is there, and what was left after it. Null where no balance is stored.
ALTER TABLE transfer ADD COLUMN debit_number {int} CHECK (debit_number >= 1);;

ALTER TABLE transfer ADD COLUMN debit_balance {int} CHECK (debit_balance >= 0) CHECK ((debit_balance IS NULL) = (debit_number IS NULL));;

ALTER TABLE transfer ADD COLUMN credit_number {int} CHECK (credit_number >= 1);;

ALTER TABLE transfer ADD COLUMN credit_balance {int} CHECK (credit_balance >= amount) CHECK ((credit_balance IS NULL) = (credit_number IS NULL));;

-- Named by whoever asked, so that asking twice moves the money once.
ALTER TABLE transfer ADD COLUMN key TEXT;;

-- The card machine's receipt of a deposit.
ALTER TABLE transfer ADD COLUMN reference TEXT;;

CREATE UNIQUE INDEX transfer_once ON transfer (key) WHERE key IS NOT NULL;;

-- Two programs that thought of the same number cannot both be right.
CREATE UNIQUE INDEX transfer_debit_line ON transfer (debit_id, debit_number) WHERE debit_number IS NOT NULL;;

CREATE UNIQUE INDEX transfer_credit_line ON transfer (credit_id, credit_number) WHERE credit_number IS NOT NULL;;

-- What was refused because there was not enough on it stays refused under its key, whatever comes in later.
CREATE TABLE transfer_refusal (
    key TEXT NOT NULL PRIMARY KEY,
    debit_id {uuid} NOT NULL REFERENCES account (id),
    credit_id {uuid} NOT NULL REFERENCES account (id),
    amount {int} NOT NULL CHECK (amount > 0),
    currency TEXT NOT NULL,
    balance {int} NOT NULL CHECK (balance < amount),
    at {int} NOT NULL
) {strict};;

{append_only:transfer_refusal};;

-- The wallet or gift card that a payment was taken from, or given back to.
ALTER TABLE payment ADD COLUMN wallet_id {uuid} REFERENCES account (id)
    CHECK ((wallet_id IS NOT NULL) = (tender IN ('wallet', 'gift_card')));;

-- Two more tenders. SQLite keeps its checks in the table's text alone: no stored row looks different for it.
-- sqlite
PRAGMA writable_schema = ON;;

-- sqlite
UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (tender IN (''cash'', ''card''))', 'CHECK (tender IN (''cash'', ''card'', ''wallet'', ''gift_card''))')
    WHERE type = 'table' AND name = 'payment';;

-- sqlite
PRAGMA writable_schema = RESET;;

-- sqlite
DROP TRIGGER transfer_keeps_balances;;

-- sqlite
CREATE TRIGGER transfer_keeps_balances AFTER INSERT ON transfer BEGIN
    UPDATE account SET balance = balance - NEW.amount, operations = operations + 1 WHERE id = NEW.debit_id AND balance IS NOT NULL;
    UPDATE account SET balance = balance + NEW.amount, operations = operations + 1 WHERE id = NEW.credit_id AND balance IS NOT NULL;
END;;

-- postgres
ALTER TABLE payment DROP CONSTRAINT IF EXISTS payment_tender_check;;

-- postgres
ALTER TABLE payment ADD CONSTRAINT payment_tender_check CHECK (tender IN ('cash', 'card', 'wallet', 'gift_card'));;

-- postgres
DROP TRIGGER transfer_keeps_balances ON transfer;;

-- A batch moves an account once, by what is left of all that it takes and brings.
-- postgres
CREATE OR REPLACE FUNCTION foyer_transfer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$ BEGIN
    UPDATE account SET balance = balance + net.amount, operations = operations + net.n
        FROM (SELECT id, sum(amount)::BIGINT AS amount, count(*) AS n
              FROM (SELECT credit_id AS id, amount FROM fresh
                    UNION ALL SELECT debit_id, -amount FROM fresh) moved GROUP BY id) net
        WHERE account.id = net.id AND balance IS NOT NULL;
    RETURN NULL;
END $$;;

-- postgres
CREATE TRIGGER transfer_keeps_balances AFTER INSERT ON transfer REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION foyer_transfer();;

-- A terminal may lock a wallet, in the order in which everybody does, but not write it.
-- postgres
CREATE FUNCTION foyer_lock_wallets(wanted UUID[]) RETURNS TABLE (id UUID, kind TEXT, owner UUID, currency TEXT, balance BIGINT, operations BIGINT)
    LANGUAGE sql SECURITY DEFINER SET search_path FROM CURRENT AS
    $$ SELECT id, kind, owner, currency, balance, operations FROM account WHERE id = ANY (wanted) AND balance IS NOT NULL
       ORDER BY id FOR NO KEY UPDATE $$;;

-- postgres
DO $$ BEGIN
    ALTER TABLE gift_card OWNER TO foyer_owner;
    ALTER TABLE transfer_refusal OWNER TO foyer_owner;
    ALTER FUNCTION foyer_lock_wallets(UUID[]) OWNER TO foyer_owner;
    GRANT SELECT, INSERT ON gift_card, transfer_refusal TO foyer_terminal;
    GRANT SELECT ON transfer_refusal TO foyer_read;
    GRANT SELECT (id, created_at) ON gift_card TO foyer_read; -- a code is money
    GRANT UPDATE (notes, erased_at, merged_into) ON customer TO foyer_terminal;
    GRANT UPDATE (label) ON parked_cart TO foyer_terminal;
END $$;;
