package outpost.cloud.internal;

class CallsOnPostgresTest extends CallsTest {
    @Override
    TestDatabase database() {
        return TestDatabase.POSTGRESQL;
    }
}
