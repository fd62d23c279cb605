package outpost.cloud.internal;

/** The same on PostgreSQL. */
final class ArchiveOnPostgresTest extends ArchiveTest {
    @Override
    TestDatabase database() {
        return TestDatabase.POSTGRESQL;
    }
}
