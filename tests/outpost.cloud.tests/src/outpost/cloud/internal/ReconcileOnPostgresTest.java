package outpost.cloud.internal;

/** The same on PostgreSQL. */
final class ReconcileOnPostgresTest extends ReconcileTest {
    @Override
    TestDatabase database() {
        return TestDatabase.POSTGRESQL;
    }
}
