package outpost.cloud.internal;

/** The same on PostgreSQL. */
@OnPostgres
class AccountsOnPostgresTest extends AccountsTest {}
