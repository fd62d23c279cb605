package outpost.cloud.internal;

/** The same on PostgreSQL. */
final class CatalogOnPostgresTest extends CatalogTest {
    @Override
    TestDatabase database() {
        return TestDatabase.POSTGRESQL;
    }
}
