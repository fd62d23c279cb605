package outpost.cloud.internal;

/** The same on PostgreSQL. */
final class ProductEditOnPostgresTest extends ProductEditTest {
    @Override
    TestDatabase database() {
        return TestDatabase.POSTGRESQL;
    }
}
