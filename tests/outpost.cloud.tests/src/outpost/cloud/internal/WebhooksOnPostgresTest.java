package outpost.cloud.internal;

/** The same on PostgreSQL. */
@OnPostgres
class WebhooksOnPostgresTest extends WebhooksTest {}
