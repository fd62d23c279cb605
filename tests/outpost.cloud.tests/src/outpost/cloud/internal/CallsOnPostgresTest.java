package outpost.cloud.internal;

/** The same on PostgreSQL. */
@OnPostgres
class CallsOnPostgresTest extends CallsTest {}
