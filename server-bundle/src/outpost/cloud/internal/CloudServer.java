package outpost.cloud.internal;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import outpost.cloud.internal.admin.Shops;
import outpost.cloud.internal.catalog.WordIndex;
import outpost.cloud.internal.catalog.WordIndexThread;
import outpost.cloud.internal.live.LiveTimer;
import outpost.cloud.internal.live.Nudges;
import outpost.cloud.internal.store.Database;
import outpost.cloud.internal.sync.Rereading;
import outpost.cloud.internal.sync.RereadingThread;
import outpost.cloud.internal.watch.Alarms;
import outpost.cloud.internal.watch.Lookout;
import outpost.cloud.internal.web.Api;
import outpost.cloud.internal.web.WebServer;

/** The whole cloud: its database and its web server, running from construction until it is closed. */
public final class CloudServer implements AutoCloseable {
    private final Database database;
    private final WebServer web;
    private final Lookout lookout;
    private final LiveTimer live;
    private final RereadingThread rereading;
    private final WordIndexThread words;

    public CloudServer(Settings settings, Clock clock, SecureRandom random) {
        AdminToken adminToken = AdminToken.of(settings.data(), random);
        database = new Database(settings.database());
        try {
            Shops shops = new Shops(database, clock);
            shops.makeFirst(settings.currency());
            Alarms alarms = new Alarms(database, clock);
            Nudges nudges = new Nudges(database);
            WordIndex index = new WordIndex(database);
            web = new WebServer(
                    settings.host(),
                    settings.port(),
                    Api.on(database, shops, alarms, nudges, index, adminToken, settings.rates(), clock, random));
            lookout = new Lookout(alarms);
            live = new LiveTimer(nudges);
            rereading = new RereadingThread(new Rereading(database, clock));
            words = new WordIndexThread(index);
        } catch (RuntimeException failure) {
            database.close();
            throw failure;
        }
    }

    /** Where the cloud is reached. */
    public URI url() {
        return web.url();
    }

    @Override
    public void close() {
        web.close();
        lookout.close();
        live.close();
        rereading.close();
        words.close();
        database.close();
    }
}
