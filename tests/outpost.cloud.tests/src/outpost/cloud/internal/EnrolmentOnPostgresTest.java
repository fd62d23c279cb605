package outpost.cloud.internal;

/** The same on PostgreSQL. */
final class EnrolmentOnPostgresTest extends EnrolmentTest {
    @Override
    TestDatabase database() {
        return TestDatabase.POSTGRESQL;
    }
}
