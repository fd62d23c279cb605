-- Old answers are forgotten for all terminals of a tenant at once, and no longer by each push for its own.
DROP INDEX pushed_batch_by_age;
CREATE INDEX pushed_batch_by_time ON pushed_batch (tenant_id, received_at);
