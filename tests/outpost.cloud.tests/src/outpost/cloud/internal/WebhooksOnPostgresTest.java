package outpost.cloud.internal;

class WebhooksOnPostgresTest extends WebhooksTest {
    @Override
    TestDatabase database() {
        return TestDatabase.POSTGRESQL;
    }
}
