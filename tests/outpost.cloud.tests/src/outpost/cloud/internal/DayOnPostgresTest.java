package outpost.cloud.internal;

/** The same on PostgreSQL. */
final class DayOnPostgresTest extends DayTest {
    @Override
    TestDatabase database() {
        return TestDatabase.POSTGRESQL;
    }
}
