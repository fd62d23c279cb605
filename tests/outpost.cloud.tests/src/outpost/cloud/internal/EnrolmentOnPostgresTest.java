package outpost.cloud.internal;

/** The same on PostgreSQL. */
@OnPostgres
final class EnrolmentOnPostgresTest extends EnrolmentTest {}
