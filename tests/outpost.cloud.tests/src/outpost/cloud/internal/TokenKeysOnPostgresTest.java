package outpost.cloud.internal;

/** The same on PostgreSQL. */
@OnPostgres
class TokenKeysOnPostgresTest extends TokenKeysTest {}
