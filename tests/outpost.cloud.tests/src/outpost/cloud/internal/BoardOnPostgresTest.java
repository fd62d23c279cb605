package outpost.cloud.internal;

/** The same on PostgreSQL. */
final class BoardOnPostgresTest extends BoardTest {
    @Override
    TestDatabase database() {
        return TestDatabase.POSTGRESQL;
    }
}
