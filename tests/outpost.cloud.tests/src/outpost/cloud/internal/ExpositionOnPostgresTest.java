package outpost.cloud.internal;

/** The same on PostgreSQL. */
final class ExpositionOnPostgresTest extends ExpositionTest {
    @Override
    TestDatabase database() {
        return TestDatabase.POSTGRESQL;
    }
}
