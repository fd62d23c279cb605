-- What a file of this terminal wrote under a number that is taken here by another event: the file was restored or copied, and both histories are true. Its
-- content lies in table outbox under a number of its own; this says that it is known, and what it followed.
CREATE TABLE other_history (
    pos_id         TEXT    NOT NULL,
    local_event_id INTEGER NOT NULL,
    hash           TEXT    NOT NULL,
    previous_hash  TEXT    NOT NULL,
    -- 1: it is the one that the cloud has under that number.
    at_cloud       INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (pos_id, local_event_id, hash)
) WITHOUT ROWID;

-- A neighbour's event whose number belongs to another one at the cloud, and that its owner has written again.
INSERT INTO inbox_counts (state, count) VALUES ('superseded', 0);
