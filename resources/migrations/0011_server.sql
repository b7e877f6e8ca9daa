-- The server: ticket options, tokens, and first answers that are given again.

-- A ticket type that is sold over HTTP alone, and counts down. It stands by itself: its event was made for it.
CREATE TABLE ticket_option (
    ticket_type_id {uuid} NOT NULL PRIMARY KEY REFERENCES ticket_type (id),
    event_id {uuid} NOT NULL UNIQUE REFERENCES event (id),
    price_level_id {uuid} NOT NULL REFERENCES price_level (id),
    allotment_id {uuid} NOT NULL REFERENCES allotment (id)
) {strict};;

-- Who bought, as the shop knows them: any UUID, registered here or not.
ALTER TABLE orders ADD COLUMN user_id {uuid};;

-- The answer to a request that carried a key, written with its effect. Whoever sends the request again reads it again.
CREATE TABLE answer (
    owner {uuid} NOT NULL, -- the token; all zeros: nobody's
    key TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
    request_hash {bytes} NOT NULL,
    status {int} NOT NULL,
    body TEXT NOT NULL,
    at {int} NOT NULL,
    PRIMARY KEY (owner, key)
) {strict};;

CREATE INDEX answer_by_time ON answer (at);;

-- Who may use the server. The token itself is nowhere: only its SHA-256, which is no use to a thief.
CREATE TABLE api_token (
    id {uuid} NOT NULL PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    hash {bytes} NOT NULL UNIQUE,
    scopes TEXT NOT NULL, -- "read,sell"
    created_at {int} NOT NULL,
    revoked_at {int}
) {strict};;

-- postgres
DO $$ BEGIN
    ALTER TABLE ticket_option OWNER TO foyer_owner;
    ALTER TABLE answer OWNER TO foyer_owner;
    ALTER TABLE api_token OWNER TO foyer_owner;
    GRANT SELECT, INSERT ON ticket_option TO foyer_terminal;
    GRANT SELECT ON ticket_option TO foyer_read;
    GRANT SELECT, INSERT, DELETE ON answer TO foyer_terminal;
    GRANT INSERT ON api_token TO foyer_terminal;
    GRANT SELECT (id, name, scopes, created_at, revoked_at) ON api_token TO foyer_terminal;
    GRANT UPDATE (revoked_at) ON api_token TO foyer_terminal;
END $$;;

-- Whoever holds a token's hash may ask what it allows; nobody can list the hashes.
-- postgres
CREATE FUNCTION foyer_token(shown BYTEA) RETURNS TABLE (id UUID, scopes TEXT) LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS
    $$ SELECT id, scopes FROM api_token WHERE hash = shown AND revoked_at IS NULL $$;;

-- postgres
ALTER FUNCTION foyer_token(BYTEA) OWNER TO foyer_owner;;
