package outpost.cloud.internal;

/** The same on PostgreSQL. */
final class AlarmsOnPostgresTest extends AlarmsTest {
    @Override
    TestDatabase database() {
        return TestDatabase.POSTGRESQL;
    }
}
