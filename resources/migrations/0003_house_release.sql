-- House seats may be kept until a moment: from then on they are for sale, by the database's clock, swept or not.
-- Expand only: programs of the step before never write the column.

ALTER TABLE claim ADD COLUMN release_at {int} CHECK (release_at IS NULL OR (reason IS NOT NULL AND state <> 'killed'));;

-- The sweeper looks for those whose moment has come.
CREATE INDEX claim_to_release ON claim (release_at) WHERE state = 'house' AND release_at IS NOT NULL;;
