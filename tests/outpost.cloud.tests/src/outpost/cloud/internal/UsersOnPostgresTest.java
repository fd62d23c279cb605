package outpost.cloud.internal;

/** The same on PostgreSQL. */
@OnPostgres
final class UsersOnPostgresTest extends UsersTest {}
