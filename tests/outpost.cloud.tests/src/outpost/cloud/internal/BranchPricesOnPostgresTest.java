package outpost.cloud.internal;

/** The same on PostgreSQL. */
final class BranchPricesOnPostgresTest extends BranchPricesTest {
    @Override
    TestDatabase database() {
        return TestDatabase.POSTGRESQL;
    }
}
