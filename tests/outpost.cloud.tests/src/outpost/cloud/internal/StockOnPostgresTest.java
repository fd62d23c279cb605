package outpost.cloud.internal;

/** The same on PostgreSQL. */
final class StockOnPostgresTest extends StockTest {
    @Override
    TestDatabase database() {
        return TestDatabase.POSTGRESQL;
    }
}
