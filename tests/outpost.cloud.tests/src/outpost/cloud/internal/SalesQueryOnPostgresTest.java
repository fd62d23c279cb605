package outpost.cloud.internal;

/** The same on PostgreSQL. */
@OnPostgres
class SalesQueryOnPostgresTest extends SalesQueryTest {}
