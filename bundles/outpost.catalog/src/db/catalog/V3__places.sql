-- Where each row stands when this catalog is compared with the cloud's: a hash of its key. The index holds the digest too, so that adding up a range reads no row.
-- What an earlier version stored has no place until the next comparison gives it one.
ALTER TABLE catalog_entities ADD COLUMN place INTEGER;
CREATE INDEX catalog_entities_by_place ON catalog_entities (place, digest);

-- When all rows were last read again and found to be the cloud's, in milliseconds since 1970.
ALTER TABLE catalog_meta ADD COLUMN verified_at INTEGER;
