import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import outpost.protocol.Json;

/**
 * {@code kill -9} of tills, which are lanes of one branch, and of their cloud, at random moments, over a rough line: the products that were built, ringing invoices that
 * are made up so that their sum is known. At last one till is killed amid its work and its database spoilt. Then the line is good, and both sides must have the same sums.
 */
public final class KillRounds {
    private static final int TILLS = 3;
    private static final int INVOICES_PER_ROUND = 12;
    private static final long MOST_WAIT_MILLIS = 4_000;
    private static final int MOST_STARTS = 20;
    private static final long ARRIVAL_SECONDS = 900;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path tillProduct;
    private final Path cloudProduct;
    private final Path work;
    private final Random random;
    private final List<String> links = new ArrayList<>();
    private final Process[] tills = new Process[TILLS];
    private final boolean smallDisks;
    private Process cloud;
    private int cloudKills;
    private int tillKills;
    private int diskFills;

    private KillRounds(Path tillProduct, Path cloudProduct, Path work, long seed) {
        this.tillProduct = tillProduct;
        this.cloudProduct = cloudProduct;
        this.work = work;
        this.smallDisks = Files.exists(work.resolve("small-disks"));
        this.random = new Random(seed);
    }

    public static void main(String[] arguments) throws Exception {
        long seed = Long.parseLong(arguments[4]);
        int rounds = Integer.parseInt(arguments[3]);
        System.out.printf("%d rounds, %d tills, seed %d%n", rounds, TILLS, seed);
        KillRounds run =
                new KillRounds(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]), seed);
        boolean equal;
        try {
            equal = run.run(rounds, seed);
        } finally {
            run.endAll();
        }
        System.exit(equal ? 0 : 1);
    }

    private boolean run(int rounds, long seed) throws Exception {
        int invoices = Math.max(60, rounds * INVOICES_PER_ROUND);
        long minor = write(work.resolve("invoices.csv"), invoices);
        Files.writeString(work.resolve("none.csv"), "InvoiceNo,StockCode,Description,Quantity,UnitPrice,CustomerID,Country\n");
        startCloud();
        try (RoughLine line = new RoughLine(cloudUri().getPort(), seed)) {
            for (int i = 0; i < TILLS; i++) {
                JsonNode made = admin("POST", "admin/terminals", "{\"branchId\":\"main\",\"name\":\"Lane " + i + "\"}");
                links.add(line.uri() + "/#enrol=" + made.get("code").asText());
            }
            for (int i = 0; i < TILLS; i++) {
                startTill(i, "invoices.csv");
            }
            for (int round = 1; round <= rounds; round++) {
                round(line);
                if (round % 10 == 0) {
                    System.out.printf("  round %d: %d kills of tills, %d of the cloud%n", round, tillKills, cloudKills);
                }
            }
            awaitTills();
            System.out.println("line: " + line.told());
            boolean equal = compare(invoices, minor);
            return spoilAndCompare(invoices, minor) && equal;
        }
    }

    private void round(RoughLine line) throws Exception {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextLong(MOST_WAIT_MILLIS)));
        int which = random.nextInt(TILLS + (smallDisks ? 3 : 2));
        if (which < TILLS) {
            tills[which].destroyForcibly().waitFor();
            tillKills++;
            startTill(which, "invoices.csv");
        } else if (which == TILLS) {
            cloud.destroyForcibly().waitFor();
            cloudKills++;
            startCloud();
            line.leadTo(cloudUri().getPort());
        } else if (which == TILLS + 2) {
            fill(line);
        } else {
            line.part(true);
            int till = random.nextInt(TILLS);
            tills[till].destroyForcibly().waitFor();
            tillKills++;
            startTill(till, "invoices.csv");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextLong(MOST_WAIT_MILLIS)));
            line.part(false);
        }
    }

    /** A disk is full for a while: the cloud's or a till's. Whoever gave up is started again when there is room, as a person would. */
    private void fill(RoughLine line) throws Exception {
        boolean cloudsDisk = random.nextBoolean();
        Path filler = work.resolve(cloudsDisk ? "cloud/filler" : "till0/data/filler");
        try (OutputStream out = Files.newOutputStream(filler)) {
            byte[] zeros = new byte[64 * 1024];
            while (true) {
                out.write(zeros);
            }
        } catch (IOException full) {
            diskFills++;
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextLong(2 * MOST_WAIT_MILLIS)));
        Files.delete(filler);
        if (!cloud.isAlive()) {
            startCloud();
            line.leadTo(cloudUri().getPort());
        }
        if (!tills[0].isAlive() && tills[0].exitValue() != 0) {
            startTill(0, "invoices.csv");
        }
    }

    /** A till's disk goes bad under it: nothing of what it had rung may be missing or there twice, and it must start. */
    private boolean spoilAndCompare(int invoices, long minor) throws Exception {
        Path database = work.resolve("till0/data/outpost.db");
        try (RandomAccessFile file = new RandomAccessFile(database.toFile(), "rw")) {
            byte[] junk = new byte[8 * 1024];
            random.nextBytes(junk);
            file.write(junk);
        }
        Files.writeString(work.resolve("till0/data/outpost.lock"), "4711");
        startTill(0, "none.csv");
        awaitTill(0, "none.csv");
        System.out.println("spoilt database set aside: " + Files.exists(work.resolve("till0/data/damaged/1/outpost.db")));
        return compare(invoices, minor) && Files.exists(work.resolve("till0/data/damaged/1/outpost.db"));
    }

    /** A till ends by itself when all was rung and has arrived. */
    private void awaitTills() throws Exception {
        for (int i = 0; i < TILLS; i++) {
            awaitTill(i, "invoices.csv");
        }
    }

    private void awaitTill(int i, String invoices) throws Exception {
        boolean ended = tills[i].waitFor(ARRIVAL_SECONDS, TimeUnit.SECONDS);
        // An enrolment that the line cut off is tried again by a person.
        for (int again = 0; ended && tills[i].exitValue() != 0 && again < MOST_STARTS; again++) {
            startTill(i, invoices);
            ended = tills[i].waitFor(ARRIVAL_SECONDS, TimeUnit.SECONDS);
        }
        if (!ended || tills[i].exitValue() != 0) {
            throw new IllegalStateException("till " + i + " has not come to its end: see " + work.resolve("till" + i));
        }
    }

    private boolean compare(int invoices, long minor) throws Exception {
        JsonNode summary = admin("GET", "admin/sales/summary", "");
        long missing = 0;
        for (JsonNode stream : summary.get("streams")) {
            missing += stream.get("missing").asLong();
        }
        boolean equal = summary.get("sales").asLong() == invoices
                && summary.get("netMinor").asLong() == minor
                && summary.get("quarantined").asLong() == 0
                && missing == 0;
        System.out.printf(
                "kills: %d of tills, %d of the cloud, %d full disks; rung %,d sales of %,d, at the cloud %,d of %,d; missing %d, quarantined %d, duplicates known %d: %s%n",
                tillKills,
                cloudKills,
                diskFills,
                invoices,
                minor,
                summary.get("sales").asLong(),
                summary.get("netMinor").asLong(),
                missing,
                summary.get("quarantined").asLong(),
                summary.get("duplicates").asLong(),
                equal ? "equal" : "NOT EQUAL");
        return equal;
    }

    private long write(Path file, int invoices) throws IOException {
        StringBuilder text = new StringBuilder("InvoiceNo,StockCode,Description,Quantity,UnitPrice,CustomerID,Country\n");
        long minor = 0;
        for (int i = 0; i < invoices; i++) {
            for (int line = 0; line < 1 + i % 4; line++) {
                int quantity = 1 + random.nextInt(5);
                int price = 1 + random.nextInt(5_000);
                minor += (long) quantity * price;
                text.append(500_000 + i)
                        .append(",8512").append(line).append("A,THING,").append(quantity).append(',')
                        .append(price / 100).append('.').append(String.format("%02d", price % 100))
                        .append(",17850,United Kingdom\n");
            }
        }
        Files.writeString(file, text);
        return minor;
    }

    private void startCloud() throws Exception {
        Path out = work.resolve("cloud.out");
        Files.deleteIfExists(out);
        ProcessBuilder builder = new ProcessBuilder(
                        cloudProduct.resolve("outpost-cloud").toString(), "--data", work.resolve("cloud").toString(), "--port", "0")
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(work.resolve("cloud.err").toFile()));
        cloud = builder.start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(ARRIVAL_SECONDS);
        while (!Files.readString(out).contains("ready ")) {
            if (!cloud.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("the cloud does not start: see " + work.resolve("cloud.err"));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private URI cloudUri() throws IOException {
        for (String line : Files.readAllLines(work.resolve("cloud.out"))) {
            if (line.startsWith("ready ")) {
                return URI.create(line.substring("ready ".length()).strip());
            }
        }
        throw new IOException("no address");
    }

    private void startTill(int i, String invoices) throws IOException {
        Path folder = Files.createDirectories(work.resolve("till" + i));
        Path launcher;
        try (var jars = Files.newDirectoryStream(tillProduct.resolve("plugins"), "org.eclipse.equinox.launcher_*.jar")) {
            launcher = jars.iterator().next();
        }
        tills[i] = new ProcessBuilder(
                        "java", "-Xmx200m", "-XX:TieredStopAtLevel=1",
                        "-Doutpost.data=" + folder.resolve("data"),
                        "-Dlogback.configurationFile=" + tillProduct.resolve("logback.xml"),
                        "-Doutpost.lanes.listen=127.0.0.1:0", "-Doutpost.lanes.mdns=off",
                        "-Doutpost.sync.batch.events=20", "-Doutpost.sync.backoff.millis=200", "-Doutpost.sync.pause.max.seconds=2",
                        "-jar", launcher.toString(), "-nosplash", "-application", "outpost.replay.till",
                        "-configuration", folder.resolve("configuration").toString(), "-data", "@noDefault",
                        "--invoices", work.resolve(invoices).toString(), "--share", (i + 1) + "/" + TILLS,
                        "--enrol", links.get(i), "--patience", "600")
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("out").toFile()))
                .redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("err").toFile()))
                .start();
    }

    private JsonNode admin(String method, String call, String body) throws IOException, InterruptedException {
        String token = Files.readString(work.resolve("cloud/admin.token")).strip();
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(cloudUri().resolve("/api/v1/" + call))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(call + ": " + answer.statusCode() + " " + answer.body());
        }
        return Json.mapper().readTree(answer.body());
    }

    private void endAll() {
        for (Process till : tills) {
            if (till != null) {
                till.destroyForcibly();
            }
        }
        cloud.destroyForcibly();
    }
}
