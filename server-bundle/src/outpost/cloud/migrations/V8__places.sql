-- Where each row of the catalog stands when two catalogs are compared, and its share in the digest; tombstones have neither. What an earlier version wrote is filled in
-- when it is first needed.
ALTER TABLE catalog_entity ADD COLUMN place BIGINT;
ALTER TABLE catalog_entity ADD COLUMN digest BIGINT;
CREATE INDEX catalog_entity_by_place ON catalog_entity (tenant_id, place, digest);

-- The catalog's digest as far as the places are filled in: another one than the catalog's after a version that does not know them has changed something.
ALTER TABLE tenant ADD COLUMN placed_digest BIGINT DEFAULT 0 NOT NULL;
