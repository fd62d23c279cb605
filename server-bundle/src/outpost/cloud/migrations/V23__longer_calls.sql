-- The name of a call can hold the id of a product: POST sync/conflicts/…/resolution.
ALTER TABLE sync_call ALTER COLUMN call_name SET DATA TYPE VARCHAR(200);
