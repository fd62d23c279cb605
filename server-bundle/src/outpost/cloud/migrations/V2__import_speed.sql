-- Only the deletion of a tax rate asks for it, which may read the whole catalog; every imported row would have to keep the index.
DROP INDEX catalog_entity_by_tax_rate;
