package outpost.cloud.internal;

class SalesQueryOnPostgresTest extends SalesQueryTest {
    @Override
    TestDatabase database() {
        return TestDatabase.POSTGRESQL;
    }
}
