package outpost.tools.internal.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import outpost.tools.internal.Installation;
import outpost.tools.internal.ToolException;
import outpost.tools.internal.cloud.CloudApi;
import outpost.tools.internal.cloud.CloudProcess;
import outpost.tools.internal.cloud.NewTerminal;
import outpost.tools.internal.screen.Screen;
import outpost.values.BranchId;
import outpost.values.TenantId;

/** What goes between tills and a cloud on PostgreSQL, in processes of their own. */
final class CloudBench {
    private static final int RUNS = 5;
    private static final TenantId TENANT = new TenantId("main");
    private static final BranchId BRANCH = new BranchId("main");
    private static final String APPLICATION = "outpost.bench.cloud";
    private static final String GROWTH = "growth-";
    /** The limits for callers are not what is measured. */
    private static final String NO_LIMIT = "1000000";

    private final Installation installation;
    private final Screen screen;
    private final int products;
    private final int sales;
    private final Path folder;

    CloudBench(Installation installation, Screen screen, int products, int sales) {
        this.installation = installation;
        this.screen = screen;
        this.products = products;
        this.sales = sales;
        try {
            Path parent = Files.createDirectories(installation.state().resolve("bench"));
            folder = Files.createTempDirectory(parent, "cloud");
        } catch (IOException e) {
            throw new ToolException("there is no place for the bench: " + e.getMessage(), e);
        }
    }

    void measure(List<Bench> benches, Consumer<Reading> readings) throws InterruptedException {
        try (Postgres postgres = new Postgres();
                CloudProcess cloud = cloud(postgres)) {
            URI address = cloud.start();
            CloudApi api = CloudApi.of(address, cloud.adminTokenFile(), TENANT);
            Map<String, String> properties = new LinkedHashMap<>();
            properties.put("outpost.bench.cloud", address.toString());
            properties.put("outpost.bench.token", cloud.adminTokenFile().toString());
            properties.put("outpost.bench.products", Integer.toString(products));
            properties.put("outpost.bench.sales", Integer.toString(sales));
            run("stock", "stock", properties, reading -> {});
            Path till = fill(api, benches.contains(Bench.SNAPSHOT) ? RUNS : 1, properties, reading -> {
                if (benches.contains(Bench.SNAPSHOT)) {
                    readings.accept(reading);
                }
            });
            if (benches.contains(Bench.DELTA)) {
                run(till.getFileName().toString(), "delta", properties, readings);
            }
            if (benches.contains(Bench.UPLOAD)) {
                upload(till, postgres, properties, readings);
            }
        } catch (SQLException e) {
            throw new ToolException("PostgreSQL does not answer", e);
        }
    }

    private CloudProcess cloud(Postgres postgres) {
        return new CloudProcess(
                installation.cloud(),
                folder.resolve("cloud"),
                folder.resolve("cloud.log"),
                "--db",
                postgres.url(),
                "--db-user",
                "outpost",
                "--rate-terminal",
                NO_LIMIT,
                "--rate-tenant",
                NO_LIMIT);
    }

    /** A new till a run. Answers the folder of the last one. */
    private Path fill(CloudApi api, int runs, Map<String, String> properties, Consumer<Reading> readings)
            throws InterruptedException {
        Path till = folder;
        for (int run = 1; run <= runs; run++) {
            screen.say("A new till fetches " + products + " products (" + run + " of " + runs + ") …");
            Map<String, String> invited = new LinkedHashMap<>(properties);
            String code =
                    api.newTerminal(new NewTerminal(BRANCH, "Lane " + run)).code();
            invited.put("outpost.bench.link", api.root() + "/#enrol=" + code);
            till = run("till-" + run, "fill", invited, readings);
            run("bare-" + run, "bare-fill", properties, readings);
        }
        return till;
    }

    /** The first run's sales and cycles are what the last run's, with so many times the history, are held against. */
    private void upload(Path till, Postgres postgres, Map<String, String> properties, Consumer<Reading> readings)
            throws InterruptedException, SQLException {
        Map<String, String> offline = new LinkedHashMap<>(properties);
        offline.put("outpost.sync.start", "manual");
        for (int run = 1; run <= RUNS; run++) {
            screen.say("A till rings " + sales + " sales offline, and sends them (" + run + " of " + RUNS + ") …");
            int number = run;
            run(till.getFileName().toString(), "upload", offline, reading -> {
                if (!reading.name().startsWith(GROWTH)) {
                    readings.accept(reading);
                } else if (number == 1 || number == RUNS) {
                    String side = number == 1 ? Reading.BARE : Reading.OUTPOST;
                    readings.accept(new Reading(reading.name(), reading.unit(), side, reading.value()));
                }
            });
            try (Connection connection = postgres.connect()) {
                readings.accept(
                        new Reading("upload", "sales/s", Reading.BARE, BareLedger.store(connection, run, sales)));
            }
        }
    }

    private Path run(String till, String work, Map<String, String> properties, Consumer<Reading> readings)
            throws InterruptedException {
        TillProcess process = new TillProcess(installation, folder.resolve(till));
        Map<String, String> all = new LinkedHashMap<>(properties);
        all.put("outpost.bench.work", work);
        all.put("outpost.bench.folder", process.folder().toString());
        process.run(APPLICATION, all, readings);
        return process.folder();
    }
}
