package outpost.cloud.internal;

/** The same on PostgreSQL. */
final class ImportOnPostgresTest extends ImportTest {
    @Override
    TestDatabase database() {
        return TestDatabase.POSTGRESQL;
    }
}
