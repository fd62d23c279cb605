-- When a terminal was cut off, in milliseconds; absent while it is none of the stolen ones. It is a terminal again once a till enrols with a new code.
ALTER TABLE terminal ADD COLUMN revoked_at BIGINT;
