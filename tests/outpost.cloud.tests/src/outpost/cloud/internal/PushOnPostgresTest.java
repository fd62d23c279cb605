package outpost.cloud.internal;

/** The same on PostgreSQL. */
final class PushOnPostgresTest extends PushTest {
    @Override
    TestDatabase database() {
        return TestDatabase.POSTGRESQL;
    }
}
