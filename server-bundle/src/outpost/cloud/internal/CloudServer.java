package outpost.cloud.internal;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.cloud.internal.admin.Shops;
import outpost.cloud.internal.catalog.WordIndex;
import outpost.cloud.internal.live.LiveTimer;
import outpost.cloud.internal.live.Nudges;
import outpost.cloud.internal.live.Watchers;
import outpost.cloud.internal.nodes.Duties;
import outpost.cloud.internal.nodes.Nodes;
import outpost.cloud.internal.nodes.Rounds;
import outpost.cloud.internal.store.Database;
import outpost.cloud.internal.store.StorageException;
import outpost.cloud.internal.sync.Archive;
import outpost.cloud.internal.sync.BatchAnswers;
import outpost.cloud.internal.sync.Rereading;
import outpost.cloud.internal.sync.RereadingThread;
import outpost.cloud.internal.tls.CloudCertificate;
import outpost.cloud.internal.watch.Alarms;
import outpost.cloud.internal.watch.CallJournal;
import outpost.cloud.internal.watch.WebhookPost;
import outpost.cloud.internal.watch.Webhooks;
import outpost.cloud.internal.web.Api;
import outpost.cloud.internal.web.WebServer;

/** The whole cloud: its database and its web server, running from construction until it is closed. */
public final class CloudServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CloudServer.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration LOOK = Duration.ofSeconds(30);
    private static final Duration POST = Duration.ofSeconds(2);
    private static final Duration CLEAN_UP = Duration.ofMinutes(30);
    private static final Duration WORDS = Duration.ofSeconds(2);
    private static final Duration UPKEEP = Duration.ofSeconds(2);
    private static final Duration WATCH = Duration.ofSeconds(1);
    /** Longer than two rounds are apart, so that a duty stays where it is. */
    private static final Duration LEASE = Duration.ofSeconds(75);

    private final Database database;
    private final WebServer web;
    private final Optional<String> pin;
    private final Nudges nudges;
    private final Nodes nodes;
    private final Duties duties;
    private final String node;
    private final List<Rounds> rounds;
    private final LiveTimer live;
    private final RereadingThread rereading;

    public CloudServer(Settings settings, Clock clock, SecureRandom random) {
        Optional<CloudCertificate> certificate =
                settings.tls().map(tls -> CloudCertificate.of(tls, settings.data(), clock, random));
        pin = certificate.flatMap(CloudCertificate::pin);
        AdminToken adminToken = AdminToken.of(settings.data(), random);
        database = new Database(settings.database());
        try {
            Shops shops = new Shops(database, clock);
            shops.makeFirst(settings.currency());
            node = HexFormat.of().toHexDigits(random.nextLong());
            nodes = new Nodes(database);
            duties = new Duties(database, node);
            Webhooks webhooks = new Webhooks(database, clock, random);
            Alarms alarms = new Alarms(database, nodes, webhooks, clock);
            CallJournal calls = new CallJournal(database, clock, node);
            nudges = new Nudges(database);
            WordIndex index = new WordIndex(database);
            Watchers watchers = new Watchers();
            database.signals().listen(nudges::hear);
            database.signals().listen(watchers::hear);
            web = new WebServer(
                    settings.host(),
                    settings.port(),
                    certificate,
                    Api.on(
                            database,
                            shops,
                            alarms,
                            webhooks,
                            nodes,
                            nudges,
                            calls,
                            watchers,
                            index,
                            adminToken,
                            settings.rates(),
                            pin,
                            clock,
                            random));
            BatchAnswers answers = new BatchAnswers(database, clock);
            Archive archive = new Archive(database, clock, settings.keptAsRows());
            WebhookPost post = new WebhookPost(database, clock);
            rounds = List.of(
                    new Rounds("heartbeat", HEARTBEAT, () -> beat(settings.data())),
                    new Rounds("alarms", LOOK, () -> onDuty("alarms", alarms::look)),
                    new Rounds("upkeep", UPKEEP, database::keepUp),
                    new Rounds("calls", POST, calls::write),
                    new Rounds("clean-up", CLEAN_UP, () -> onDuty("clean-up", () -> forget(calls, answers))),
                    new Rounds("archive", CLEAN_UP, () -> onDuty("archive", archive::pack)),
                    new Rounds("words", WORDS, index::goOn),
                    new Rounds("watch", WATCH, watchers::tell),
                    new Rounds("webhooks", POST, () -> {
                        if (post.isDue()) {
                            onDuty("webhooks", post::send);
                        }
                    }));
            beat(settings.data());
            live = new LiveTimer(nudges);
            rereading = new RereadingThread(new Rereading(database, clock));
        } catch (RuntimeException failure) {
            database.close();
            throw failure;
        }
    }

    private static void forget(CallJournal calls, BatchAnswers answers) {
        calls.forget();
        answers.forget();
    }

    private void onDuty(String duty, Runnable work) {
        if (duties.take(duty, LEASE)) {
            work.run();
        }
    }

    private void beat(Path data) {
        nodes.beat(node, url().getAuthority(), data.toFile().getUsableSpace(), nudges.connected());
    }

    /** Where the cloud is reached. */
    public URI url() {
        return web.url();
    }

    /** The same, with the fingerprint of its key behind it where no authority vouches for it: as scripts and tools want it. */
    public String address() {
        return url() + pin.map(digits -> "/#pin=" + digits).orElse("");
    }

    private void leave() {
        try {
            duties.release();
            nodes.leave(node);
        } catch (StorageException away) {
            LOG.info("The database is away; the other nodes find out that this one has ended: {}", away.getMessage());
        }
    }

    /** Ends in good order: no new requests, those that are under way are answered, and other nodes take over what was this one's. */
    @Override
    public void close() {
        try {
            nudges.end();
            web.close();
            rounds.forEach(Rounds::close);
            live.close();
            rereading.close();
            leave();
        } finally {
            // Also where a call did not end, because it waits for room on the database's disk.
            database.close();
        }
    }
}
