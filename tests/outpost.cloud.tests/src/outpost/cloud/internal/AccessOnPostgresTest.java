package outpost.cloud.internal;

/** The same on PostgreSQL. */
final class AccessOnPostgresTest extends AccessTest {
    @Override
    TestDatabase database() {
        return TestDatabase.POSTGRESQL;
    }
}
