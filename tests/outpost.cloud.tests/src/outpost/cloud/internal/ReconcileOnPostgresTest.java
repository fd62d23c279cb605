package outpost.cloud.internal;

/** The same on PostgreSQL. */
@OnPostgres
final class ReconcileOnPostgresTest extends ReconcileTest {}
