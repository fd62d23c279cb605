-- Which numbers are in table outbox and how far they follow each other by their hashes: one row for each piece of a chain, and not one for each event. The lanes ask
-- for it every few seconds, and no index of the events answers that without being read from end to end. Triggers keep it, so that a bundle of before does so too.
CREATE TABLE chain_pieces (
    pos_id      TEXT    NOT NULL,
    last_event  INTEGER NOT NULL,
    first_event INTEGER NOT NULL CHECK (first_event <= last_event),
    PRIMARY KEY (pos_id, last_event)
) WITHOUT ROWID;

INSERT INTO chain_pieces (pos_id, first_event, last_event)
SELECT pos_id, min(local_event_id), max(local_event_id)
FROM (SELECT pos_id, local_event_id, sum(begins) OVER (PARTITION BY pos_id ORDER BY local_event_id) AS piece
      FROM (SELECT pos_id, local_event_id, previous_hash IS NOT lag(hash) OVER stream
                   OR local_event_id <> lag(local_event_id) OVER stream + 1 AS begins
            FROM outbox
            WINDOW stream AS (PARTITION BY pos_id ORDER BY local_event_id)))
GROUP BY pos_id, piece;

-- A new event goes on with the piece that it follows, or begins one; then the piece that follows it becomes a part of its own.
CREATE TRIGGER chain_grown AFTER INSERT ON outbox
BEGIN
    INSERT INTO chain_pieces (pos_id, last_event, first_event)
    VALUES (new.pos_id, new.local_event_id,
            coalesce((SELECT piece.first_event FROM chain_pieces AS piece JOIN outbox AS before
                             ON before.pos_id = piece.pos_id AND before.local_event_id = piece.last_event
                      WHERE piece.pos_id = new.pos_id AND piece.last_event = new.local_event_id - 1
                            AND before.hash = new.previous_hash),
                     new.local_event_id));
    DELETE FROM chain_pieces
    WHERE pos_id = new.pos_id AND last_event = new.local_event_id - 1
          AND (SELECT first_event FROM chain_pieces
               WHERE pos_id = new.pos_id AND last_event = new.local_event_id) < new.local_event_id;
    UPDATE chain_pieces
    SET first_event = (SELECT first_event FROM chain_pieces
                       WHERE pos_id = new.pos_id AND last_event = new.local_event_id)
    WHERE pos_id = new.pos_id AND first_event = new.local_event_id + 1
          AND (SELECT previous_hash FROM outbox
               WHERE pos_id = new.pos_id AND local_event_id = new.local_event_id + 1) = new.hash;
    DELETE FROM chain_pieces
    WHERE pos_id = new.pos_id AND last_event = new.local_event_id
          AND EXISTS (SELECT 1 FROM chain_pieces
                      WHERE pos_id = new.pos_id AND last_event > new.local_event_id
                            AND first_event <= new.local_event_id);
END;

-- What goes into the archive leaves a piece at its beginning; wherever it leaves it, the rest stays.
CREATE TRIGGER chain_shortened AFTER DELETE ON outbox
BEGIN
    INSERT INTO chain_pieces (pos_id, last_event, first_event)
    SELECT pos_id, old.local_event_id - 1, first_event FROM chain_pieces
    WHERE pos_id = old.pos_id AND first_event < old.local_event_id AND last_event >= old.local_event_id;
    DELETE FROM chain_pieces WHERE pos_id = old.pos_id AND last_event = old.local_event_id;
    UPDATE chain_pieces SET first_event = old.local_event_id + 1
    WHERE pos_id = old.pos_id AND first_event <= old.local_event_id AND last_event > old.local_event_id;
END;

-- What the cloud does not have, for the same question.
CREATE INDEX outbox_not_at_cloud ON outbox (pos_id, local_event_id)
WHERE state IN ('pending', 'sending', 'parked', 'held', 'discarded');
