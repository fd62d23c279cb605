package outpost.cloud.internal;

/** The same on PostgreSQL. */
final class LiveOnPostgresTest extends LiveTest {
    @Override
    TestDatabase database() {
        return TestDatabase.POSTGRESQL;
    }
}
