package outpost.cloud.internal;

/** The same on PostgreSQL. */
final class UpdatesOnPostgresTest extends UpdatesTest {
    @Override
    TestDatabase database() {
        return TestDatabase.POSTGRESQL;
    }
}
