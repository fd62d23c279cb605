package outpost.cloud.internal;

/** The same on PostgreSQL. */
final class StreamOnPostgresTest extends StreamTest {
    @Override
    TestDatabase database() {
        return TestDatabase.POSTGRESQL;
    }
}
