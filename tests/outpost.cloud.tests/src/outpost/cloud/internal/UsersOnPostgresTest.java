package outpost.cloud.internal;

/** The same on PostgreSQL. */
final class UsersOnPostgresTest extends UsersTest {
    @Override
    TestDatabase database() {
        return TestDatabase.POSTGRESQL;
    }
}
