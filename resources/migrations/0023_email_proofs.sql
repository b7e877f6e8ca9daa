-- Customers who prove that an e-mail is theirs, and so recover a password.
-- Expand only.

-- Secrets that a shop mails: whoever shows one reads that mailbox. They are kept by e-mail, not by customer: an e-mail that is known
-- here and one that is not are treated alike, and whose it is is asked when the secret comes back, after whatever was merged,
-- changed or erased meanwhile. The row goes when the secret is used. A hash of 32 random bytes tells nobody anything.
CREATE TABLE email_proof (
    email TEXT NOT NULL CHECK (email <> ''), -- in small letters
    number {int} NOT NULL CHECK (number BETWEEN 1 AND 3), -- so no more are open at a time; one that ended makes room
    hash {bytes} NOT NULL UNIQUE,
    created_at {int} NOT NULL,
    expires_at {int} NOT NULL CHECK (expires_at > created_at),
    PRIMARY KEY (email, number)
) {strict};;

CREATE INDEX email_proof_by_end ON email_proof (expires_at);;

-- The last e-mail that somebody proved, in small letters: what they have now is proved while it is this one.
ALTER TABLE customer ADD COLUMN proved_email TEXT NOT NULL DEFAULT '' CHECK (proved_email = '' OR erased_at IS NULL);;

-- postgres
DO $$ BEGIN
    ALTER TABLE email_proof OWNER TO foyer_owner;
    GRANT SELECT, INSERT, DELETE, UPDATE (hash, created_at, expires_at) ON email_proof TO foyer_terminal;
    GRANT UPDATE (proved_email) ON customer TO foyer_terminal;
END $$;;
