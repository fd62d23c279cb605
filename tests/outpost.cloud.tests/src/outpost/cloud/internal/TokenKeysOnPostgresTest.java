package outpost.cloud.internal;

/** The same on PostgreSQL. */
class TokenKeysOnPostgresTest extends TokenKeysTest {
    @Override
    TestDatabase database() {
        return TestDatabase.POSTGRESQL;
    }
}
