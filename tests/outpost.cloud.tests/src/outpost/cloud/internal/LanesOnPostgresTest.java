package outpost.cloud.internal;

/** The same on PostgreSQL. */
final class LanesOnPostgresTest extends LanesTest {
    @Override
    TestDatabase database() {
        return TestDatabase.POSTGRESQL;
    }
}
