package outpost.cloud.internal;

/** The same on PostgreSQL. */
@OnPostgres
final class BoardOnPostgresTest extends BoardTest {}
