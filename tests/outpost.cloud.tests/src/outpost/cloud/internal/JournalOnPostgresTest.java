package outpost.cloud.internal;

/** The same on PostgreSQL. */
final class JournalOnPostgresTest extends JournalTest {
    @Override
    TestDatabase database() {
        return TestDatabase.POSTGRESQL;
    }
}
