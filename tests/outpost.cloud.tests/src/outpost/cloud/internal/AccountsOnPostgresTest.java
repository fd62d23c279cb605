package outpost.cloud.internal;

/** The same on PostgreSQL. */
class AccountsOnPostgresTest extends AccountsTest {
    @Override
    TestDatabase database() {
        return TestDatabase.POSTGRESQL;
    }
}
