-- The keys that sign terminals' tokens: not the cloud's own key, which the lanes of every branch trust and which stays as long as the cloud. One that was replaced
-- keeps its public half until the tokens that it signed have ended.
CREATE TABLE token_key (
    key_id      VARCHAR(64)  NOT NULL PRIMARY KEY,
    public_key  VARCHAR(200) NOT NULL,
    private_key VARCHAR(200),
    made_at     BIGINT       NOT NULL,
    replaced_at BIGINT
);
