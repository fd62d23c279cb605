package outpost.cloud.internal;

/** The same on PostgreSQL. */
@OnPostgres
final class SnapshotOnPostgresTest extends SnapshotTest {}
