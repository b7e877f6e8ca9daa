-- Customers who sign in to a web shop.
-- Expand only.

-- The e-mail with which somebody signs in, and the Argon2id hash of their password. Both go when the person is erased.
CREATE TABLE customer_password (
    customer_id {uuid} NOT NULL PRIMARY KEY REFERENCES customer (id),
    login TEXT NOT NULL UNIQUE CHECK (login <> ''), -- the e-mail in small letters: one person each
    hash {bytes} NOT NULL,
    set_at {int} NOT NULL
) {strict};;

-- Attempts to sign in, counted before anybody looks at the password. By the SHA-256 of what was typed, so that an e-mail that is
-- known here and one that is not are counted alike, and nobody's typing errors are kept.
CREATE TABLE login_attempt (
    login_hash {bytes} NOT NULL PRIMARY KEY,
    failed {int} NOT NULL CHECK (failed >= 0),
    locked_until {int} NOT NULL,
    at {int} NOT NULL
) {strict};;

CREATE INDEX login_attempt_by_time ON login_attempt (at);;

-- Who is signed in, for a while. As with api_token the secret itself is nowhere.
CREATE TABLE customer_session (
    id {uuid} NOT NULL PRIMARY KEY,
    customer_id {uuid} NOT NULL REFERENCES customer (id),
    hash {bytes} NOT NULL UNIQUE,
    created_at {int} NOT NULL,
    expires_at {int} NOT NULL CHECK (expires_at > created_at)
) {strict};;

CREATE INDEX customer_session_of ON customer_session (customer_id);;

CREATE INDEX customer_session_by_end ON customer_session (expires_at);;

-- What belongs to a person who signed in.
CREATE INDEX ticket_of_holder ON ticket (holder_id) WHERE holder_id IS NOT NULL;;

-- postgres
DO $$ BEGIN
    ALTER TABLE customer_password OWNER TO foyer_owner;
    ALTER TABLE login_attempt OWNER TO foyer_owner;
    ALTER TABLE customer_session OWNER TO foyer_owner;
    GRANT INSERT, DELETE, SELECT (customer_id, login, set_at), UPDATE (customer_id, login) ON customer_password TO foyer_terminal;
    GRANT SELECT, INSERT, UPDATE, DELETE ON login_attempt TO foyer_terminal;
    GRANT INSERT, DELETE, SELECT (id, customer_id, created_at, expires_at) ON customer_session TO foyer_terminal;
END $$;;

-- The one way to a password's hash: each look counts as an attempt first, so that guessing locks.
-- postgres
CREATE FUNCTION foyer_begin_login(typed TEXT, lock_after BIGINT, lock_ms BIGINT)
    RETURNS TABLE (customer UUID, pass_hash BYTEA, attempts BIGINT, locked BIGINT) LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
    mark BYTEA := sha256(convert_to(typed, 'UTF8'));
    moment BIGINT := foyer_now();
    tried login_attempt%ROWTYPE;
BEGIN
    INSERT INTO login_attempt AS a (login_hash, failed, locked_until, at) VALUES (mark, 0, 0, moment) ON CONFLICT (login_hash) DO NOTHING;
    SELECT * INTO tried FROM login_attempt a WHERE a.login_hash = mark FOR UPDATE;
    IF tried.locked_until > moment THEN
        RETURN QUERY SELECT NULL::UUID, NULL::BYTEA, tried.failed, tried.locked_until;
    ELSE
        UPDATE login_attempt a SET failed = tried.failed + 1, at = moment,
            locked_until = CASE WHEN tried.failed + 1 >= lock_after THEN moment + lock_ms ELSE 0 END WHERE a.login_hash = mark;
        RETURN QUERY SELECT p.customer_id, p.hash, tried.failed + 1, 0::BIGINT FROM (SELECT 1) one LEFT JOIN customer_password p ON p.login = typed;
    END IF;
END $$;;

-- postgres
ALTER FUNCTION foyer_begin_login(TEXT, BIGINT, BIGINT) OWNER TO foyer_owner;;

-- Whoever holds a session's hash may ask whose it is; nobody can list the hashes.
-- postgres
CREATE FUNCTION foyer_session(shown BYTEA) RETURNS TABLE (session UUID, customer UUID, until BIGINT) LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS
    $$ SELECT s.id, s.customer_id, s.expires_at FROM customer_session s WHERE s.hash = shown AND s.expires_at > foyer_now() $$;;

-- postgres
ALTER FUNCTION foyer_session(BYTEA) OWNER TO foyer_owner;;
