package outpost.tools.internal.bench;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import outpost.tools.internal.Installation;
import outpost.tools.internal.ToolException;
import outpost.tools.internal.cloud.CloudApi;
import outpost.tools.internal.cloud.CloudProcess;
import outpost.tools.internal.screen.Screen;
import outpost.values.TenantId;

/** What goes between tills and a cloud on PostgreSQL, in processes of their own. The cloud's first answers do not count: a server is started once for many days. */
final class CloudBench {
    private static final int RUNS = 5;
    /** So many snapshots a cloud gives before its Java has compiled what gives them. */
    private static final int WARMING_RUNS = 3;
    /** How much longer a till's history is in the end. */
    private static final int GROWN = 100;

    private static final int SALES_COUNTED = 1_000;
    private static final TenantId TENANT = new TenantId("main");
    /** The limits for callers are not what is measured. */
    private static final String NO_LIMIT = "1000000";

    private static final String FIRST = "till-1";
    private static final String SECOND = "till-2";
    private static final String RELAYED = "till-behind-relay";

    private final Installation installation;
    private final Screen screen;
    private final int products;
    private final int sales;
    private final BenchFolder folder;

    CloudBench(Installation installation, Screen screen, int products, int sales) {
        this.installation = installation;
        this.screen = screen;
        this.products = products;
        this.sales = sales;
        this.folder = BenchFolder.make(installation, "cloud");
    }

    void measure(List<Bench> benches, Consumer<Reading> readings) throws InterruptedException {
        try (Postgres postgres = new Postgres();
                CloudProcess cloud = cloud(postgres)) {
            URI address = cloud.start();
            CloudApi api = CloudApi.of(address, cloud.adminTokenFile(), TENANT);
            CloudTills tills = new CloudTills(installation, folder.path(), api, cloud.adminTokenFile(), products);
            screen.say("The cloud gets " + products + " products …");
            tills.run("stock", "stock", Map.of(), reading -> {});
            for (Bench bench : benches) {
                switch (bench) {
                    case SNAPSHOT -> snapshot(tills, readings);
                    case DELTA -> delta(tills, readings);
                    case UPLOAD -> upload(tills, postgres, readings);
                    case GROWTH -> growth(tills, readings);
                    case PEER_ACK -> lanes(tills, readings);
                    case VERIFY -> verify(tills, readings);
                    default -> throw new IllegalArgumentException(bench + " needs no cloud");
                }
            }
            cloud.stop();
        } catch (SQLException e) {
            throw new ToolException("PostgreSQL does not answer", e);
        }
        folder.delete();
    }

    private CloudProcess cloud(Postgres postgres) {
        return new CloudProcess(
                installation.cloud(),
                folder.path().resolve("cloud"),
                folder.path().resolve("cloud.log"),
                "--db",
                postgres.url(),
                "--db-user",
                "outpost",
                "--rate-terminal",
                NO_LIMIT,
                "--rate-tenant",
                NO_LIMIT);
    }

    /** A new till a run. */
    private void snapshot(CloudTills tills, Consumer<Reading> readings) throws InterruptedException {
        for (int run = 1; run <= WARMING_RUNS; run++) {
            screen.say("A first till fetches " + products + " products, which warms the cloud up …");
            tills.fill("first-" + run, reading -> {});
        }
        for (int run = 1; run <= RUNS; run++) {
            screen.say("A new till fetches " + products + " products (" + run + " of " + RUNS + ") …");
            tills.fill("new-" + run, readings);
            tills.run("bare-" + run, "bare-fill", Map.of(), readings);
        }
    }

    private void delta(CloudTills tills, Consumer<Reading> readings) throws InterruptedException {
        screen.say("The cloud changes products while a till is connected …");
        tills.fill("till-of-changes", reading -> {});
        tills.run("till-of-changes", "delta", Map.of(), readings);
    }

    private void upload(CloudTills tills, Postgres postgres, Consumer<Reading> readings)
            throws InterruptedException, SQLException {
        tills.fill("till-of-sales", reading -> {});
        for (int run = 0; run <= RUNS; run++) {
            screen.say("A till rings " + sales + " sales offline, and sends them (" + run + " of " + RUNS + ") …");
            // The first run warms the cloud up.
            Consumer<Reading> counted = run > 0 ? readings : reading -> {};
            tills.run("till-of-sales", "upload", CloudTills.sales(CloudTills.OFFLINE, sales), counted);
            try (Connection connection = postgres.connect()) {
                double bare = new BareLedger(connection, run).store(sales);
                counted.accept(new Reading("upload", "sales/s", Reading.BARE, bare));
            }
        }
        Map<String, String> relayed = tills.fillThroughRelay(RELAYED);
        Map<String, String> counted = CloudTills.sales(CloudTills.OFFLINE, SALES_COUNTED);
        counted.putAll(relayed);
        tills.run(RELAYED, "traffic", counted, readings);
    }

    /** The days of a till with a hundredth of the history are what the days of the same till with all of it are held against. */
    private void growth(CloudTills tills, Consumer<Reading> readings) throws InterruptedException {
        String till = "till-that-grows";
        int young = Math.max(1, sales / GROWN);
        tills.fill(till, reading -> {});
        screen.say("A till works some days after " + young + " sales, and after " + sales + " …");
        tills.run(till, "history", CloudTills.sales(CloudTills.OFFLINE, young), reading -> {});
        tills.run(till, "growth", CloudTills.OFFLINE, reading -> readings.accept(reading.of(Reading.BARE)));
        tills.run(till, "history", CloudTills.sales(CloudTills.OFFLINE, sales - young), reading -> {});
        tills.run(till, "growth", CloudTills.OFFLINE, readings);
    }

    private void lanes(CloudTills tills, Consumer<Reading> readings) throws InterruptedException {
        tills.fill(FIRST, reading -> {});
        tills.fill(SECOND, reading -> {});
        screen.say("One lane sells while the cloud is away, another keeps its sales …");
        Map<String, String> alone = CloudTills.with(CloudTills.OFFLINE, "outpost.lanes.mdns", "off");
        String meeting = "127.0.0.1:" + CloudTills.freePort();
        Map<String, String> second = CloudTills.with(alone, "outpost.lanes.listen", meeting);
        Map<String, String> first =
                CloudTills.with(CloudTills.with(alone, "outpost.lanes.listen", "off"), "outpost.lanes.peers", meeting);
        try (TillProcess neighbour = tills.start(SECOND, "neighbour", second)) {
            tills.run(FIRST, "peer-ack", first, readings);
        }
    }

    private void verify(CloudTills tills, Consumer<Reading> readings) throws InterruptedException {
        screen.say("A till fetches " + products + " products, loses some, and compares …");
        Map<String, String> relayed = tills.fillThroughRelay(RELAYED);
        tills.run(RELAYED, "verify", relayed, readings);
    }
}
