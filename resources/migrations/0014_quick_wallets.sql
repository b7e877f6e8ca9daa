-- Money that moves between wallets touches as little as it can.
-- Expand only.

-- A row is written anew in every index each time something changes that an index names, if only in its condition. The balance
-- changes all the time, the kind never.
DROP INDEX account_of_owner;;

CREATE INDEX account_of_owner ON account (owner) WHERE kind IN ('wallet', 'gift_card');;

-- A line of a wallet's statement is found by its number; only what has none needs an index of its own.
DROP INDEX transfer_by_debit;;

DROP INDEX transfer_by_credit;;

CREATE INDEX transfer_by_debit ON transfer (debit_id) WHERE debit_number IS NULL;;

CREATE INDEX transfer_by_credit ON transfer (credit_id) WHERE credit_number IS NULL;;

-- Room beside each row for its next state.
-- postgres
ALTER TABLE account SET (fillfactor = 50);;

-- A session plans this once, by its first batch, and a large one would have every later one read all accounts.
-- postgres
ALTER FUNCTION foyer_transfer() SET enable_hashjoin = off;;

-- postgres
ALTER FUNCTION foyer_transfer() SET enable_mergejoin = off;;

-- postgres
ALTER FUNCTION foyer_transfer() SET enable_seqscan = off;;

-- Locks wallets as foyer_lock_wallets does, then looks for what was answered under these keys: in a statement of its own,
-- which sees what those have committed who were waited for. Wallets come first, without a key.
-- postgres
CREATE FUNCTION foyer_open_wallets(wanted UUID[], asked TEXT[])
    RETURNS TABLE (key TEXT, id UUID, kind TEXT, owner UUID, currency TEXT, balance BIGINT, operations BIGINT,
                   credit_id UUID, amount BIGINT, transfer_id UUID, credit_balance BIGINT, at BIGINT)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY SELECT NULL::TEXT, a.id, a.kind, a.owner, a.currency, a.balance, a.operations, NULL::UUID, NULL::BIGINT, NULL::UUID, NULL::BIGINT, NULL::BIGINT
        FROM account a WHERE a.id = ANY (wanted) AND a.balance IS NOT NULL ORDER BY a.id FOR NO KEY UPDATE;
    RETURN QUERY SELECT t.key, t.debit_id, NULL::TEXT, NULL::UUID, t.currency, coalesce(t.debit_balance, 0), NULL::BIGINT,
            t.credit_id, t.amount, t.id, coalesce(t.credit_balance, 0), t.at
        FROM transfer t WHERE t.key = ANY (asked);
    RETURN QUERY SELECT r.key, r.debit_id, NULL::TEXT, NULL::UUID, r.currency, r.balance, NULL::BIGINT, r.credit_id, r.amount, NULL::UUID, 0::BIGINT, r.at
        FROM transfer_refusal r WHERE r.key = ANY (asked);
END $$;;

-- postgres
ALTER FUNCTION foyer_open_wallets(UUID[], TEXT[]) OWNER TO foyer_owner;;
