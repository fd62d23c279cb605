import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import outpost.protocol.CloudTrust;
import outpost.protocol.Json;

/**
 * A branch made of the products that were built: a cloud, and tills that ring a growing file of invoices whose sum is known. A till ends by itself when all that
 * it was to ring has arrived at the cloud.
 */
final class Ground implements AutoCloseable {
    static final int TILLS = 3;
    private static final String HEADER = "InvoiceNo,StockCode,Description,Quantity,UnitPrice,CustomerID,Country\n";
    /** Whoever is killed this often need not become fast. */
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

    private static final int MOST_STARTS = 20;
    private static final long ARRIVAL_SECONDS = 900;
    private static final long LEAST_PAUSE_MILLIS = 4_000;
    private static final long MOST_PAUSE_MILLIS = 60_000;

    private final Path tillProduct;
    private final Path cloudProduct;
    private final Path work;
    private final Random random;
    private final Optional<String> shiftedClock;
    private final Process[] tills = new Process[TILLS];
    private final List<String> links = new ArrayList<>();
    private final List<List<String>> starts = new ArrayList<>();
    private List<String> cloudOptions = List.of();
    private Process cloud;
    private long startMillis;
    private String invoices = HEADER;
    private int sales;
    private long minor;
    private int tillKills;
    private int cloudKills;
    private int clockJumps;

    /** @param shiftedClock the library that makes a process's clock wrong; empty where there is none */
    Ground(Path tillProduct, Path cloudProduct, Path work, Random random, String shiftedClock) throws IOException {
        this.tillProduct = tillProduct;
        this.cloudProduct = cloudProduct;
        this.work = work;
        this.random = random;
        this.shiftedClock = Optional.of(shiftedClock).filter(path -> !path.isEmpty());
        Files.writeString(work.resolve("none.csv"), HEADER);
        // Whoever ends this run from outside ends its processes.
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** More to ring; tills that have come to their end meanwhile go on. */
    void ringOn(int more) throws Exception {
        StringBuilder text = new StringBuilder(invoices);
        for (int end = sales + more; sales < end; sales++) {
            for (int line = 0; line < 1 + sales % 4; line++) {
                int quantity = 1 + random.nextInt(5);
                int price = 1 + random.nextInt(5_000);
                minor += (long) quantity * price;
                text.append(500_000 + sales)
                        .append(",8512").append(line).append("A,THING,").append(quantity).append(',')
                        .append(price / 100).append('.').append(String.format("%02d", price % 100))
                        .append(",17850,United Kingdom\n");
            }
        }
        invoices = text.toString();
        // A till that starts at this moment reads the one file or the other.
        Path next = Files.writeString(work.resolve("next.csv"), invoices);
        Files.move(next, work.resolve("invoices.csv"), StandardCopyOption.ATOMIC_MOVE);
        for (int i = 0; i < links.size(); i++) {
            if (!tills[i].isAlive()) {
                startTill(i);
            }
        }
    }

    /** For as long as a process may need to come to any point of its start or its work on this machine as it is now. */
    void pause() {
        long most = Math.min(MOST_PAUSE_MILLIS, Math.max(LEAST_PAUSE_MILLIS, 2 * startMillis));
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextLong(most)));
    }

    void startCloud(String... options) throws Exception {
        cloudOptions = List.of(options);
        Path out = work.resolve("cloud.out");
        Files.deleteIfExists(out);
        long start = System.nanoTime();
        List<String> command = new ArrayList<>(
                List.of(cloudProduct.resolve("outpost-cloud").toString(), "--data", work.resolve("cloud").toString()));
        command.addAll(cloudOptions);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(work.resolve("cloud.err").toFile()));
        builder.environment().put("OUTPOST_JAVA_OPTIONS", QUICK_START);
        cloud = builder.start();
        while (ready().isEmpty()) {
            long seconds = (System.nanoTime() - start) / 1_000_000_000;
            if (!cloud.isAlive() || seconds > ARRIVAL_SECONDS) {
                throw new IllegalStateException("the cloud does not start: see " + work.resolve("cloud.err"));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        startMillis = (System.nanoTime() - start) / 1_000_000;
    }

    private Optional<URI> ready() throws IOException {
        return Files.readAllLines(work.resolve("cloud.out")).stream()
                .filter(line -> line.startsWith("ready "))
                .map(line -> URI.create(line.substring("ready ".length()).strip()))
                .findFirst();
    }

    /** Where it serves, with its pin in the fragment if it has one. */
    URI cloudUri() throws IOException {
        return ready().orElseThrow();
    }

    /**
     * @param listen where it takes connections of other lanes
     * @param prefix what the till's command is started by
     */
    void addTill(String root, String andPin, String listen, List<String> prefix) throws Exception {
        int i = links.size();
        JsonNode made = admin("POST", "admin/terminals", "{\"branchId\":\"main\",\"name\":\"Lane " + i + "\"}");
        links.add(root + "/#enrol=" + made.get("code").asText() + andPin);
        List<String> start = new ArrayList<>(prefix);
        start.addAll(List.of("java", "-Doutpost.lanes.listen=" + listen));
        starts.add(start);
        Files.createDirectories(work.resolve("till" + i));
        setClock(i, 0);
        startTill(i);
    }

    void killTill(int i) throws Exception {
        tills[i].destroyForcibly().waitFor();
        tillKills++;
        startTill(i);
    }

    void killCloud() throws Exception {
        cloud.destroyForcibly().waitFor();
        cloudKills++;
        startCloud(cloudOptions.toArray(String[]::new));
    }

    /** Starts what has given up, as a person would. */
    boolean restartCloudIfItEnded() throws Exception {
        if (cloud.isAlive()) {
            return false;
        }
        startCloud(cloudOptions.toArray(String[]::new));
        return true;
    }

    boolean bendsClocks() {
        return shiftedClock.isPresent();
    }

    /** The till's clock is another from now on, by up to a year either way, a day, or an hour. */
    void bendClock(int i) throws IOException {
        long[] mosts = {365L * 86_400, 86_400, 7_200};
        long most = mosts[random.nextInt(mosts.length)];
        setClock(i, random.nextLong(2 * most) - most);
        clockJumps++;
    }

    private void setClock(int i, long seconds) throws IOException {
        try (FileChannel file = FileChannel.open(
                work.resolve("till" + i + "/clock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder()).putLong(0, seconds), 0);
        }
    }

    Path folder(String name) {
        return work.resolve(name);
    }

    private void startTill(int i) throws IOException {
        startTill(i, "invoices.csv");
    }

    private void startTill(int i, String file) throws IOException {
        Path folder = Files.createDirectories(work.resolve("till" + i));
        Path launcher;
        try (var jars = Files.newDirectoryStream(tillProduct.resolve("plugins"), "org.eclipse.equinox.launcher_*.jar")) {
            launcher = jars.iterator().next();
        }
        List<String> command = new ArrayList<>(starts.get(i));
        command.addAll(List.of(
                "-Xmx200m", QUICK_START,
                "-Doutpost.data=" + folder.resolve("data"),
                "-Dlogback.configurationFile=" + tillProduct.resolve("logback.xml"),
                "-Doutpost.lanes.mdns=off",
                "-Doutpost.sync.batch.events=20", "-Doutpost.sync.backoff.millis=200", "-Doutpost.sync.pause.max.seconds=2",
                "-jar", launcher.toString(), "-nosplash", "-application", "outpost.replay.till",
                "-configuration", folder.resolve("configuration").toString(), "-data", "@noDefault",
                "--invoices", work.resolve(file).toString(), "--share", (i + 1) + "/" + TILLS,
                "--enrol", links.get(i), "--patience", "600"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("out").toFile()))
                .redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("err").toFile()));
        shiftedClock.ifPresent(library -> {
            builder.environment().put("LD_PRELOAD", library);
            builder.environment().put("SHIFTED_CLOCK", folder.resolve("clock").toString());
        });
        tills[i] = builder.start();
    }

    /** A till's disk went bad under it: it must start all the same. */
    void startWithNothingToRing(int i) throws Exception {
        startTill(i, "none.csv");
        await(i, "none.csv");
    }

    /** A till ends by itself when all was rung and has arrived. */
    void awaitTills() throws Exception {
        for (int i = 0; i < TILLS; i++) {
            await(i, "invoices.csv");
        }
    }

    private void await(int i, String file) throws Exception {
        boolean ended = tills[i].waitFor(ARRIVAL_SECONDS, TimeUnit.SECONDS);
        // An enrolment that the line cut off is tried again by a person; and who ended before the last invoices were written has them to ring yet.
        startTill(i, file);
        ended = ended && tills[i].waitFor(ARRIVAL_SECONDS, TimeUnit.SECONDS);
        for (int again = 0; ended && tills[i].exitValue() != 0 && again < MOST_STARTS; again++) {
            startTill(i, file);
            ended = tills[i].waitFor(ARRIVAL_SECONDS, TimeUnit.SECONDS);
        }
        if (!ended || tills[i].exitValue() != 0) {
            throw new IllegalStateException("till " + i + " has not come to its end: see " + work.resolve("till" + i));
        }
    }

    String told() {
        return tillKills + " kills of tills, " + cloudKills + " of the cloud, " + clockJumps + " jumps of tills' clocks";
    }

    /** Whether both sides have the same sums and nothing is missing. */
    boolean compare() throws Exception {
        JsonNode summary = admin("GET", "admin/sales/summary", "");
        long missing = 0;
        for (JsonNode stream : summary.get("streams")) {
            missing += stream.get("missing").asLong();
        }
        boolean equal = summary.get("sales").asLong() == sales
                && summary.get("netMinor").asLong() == minor
                && summary.get("quarantined").asLong() == 0
                && missing == 0;
        System.out.printf(
                "%s; rung %,d sales of %,d, at the cloud %,d of %,d; missing %d, quarantined %d, duplicates known %,d: %s%n",
                told(),
                sales,
                minor,
                summary.get("sales").asLong(),
                summary.get("netMinor").asLong(),
                missing,
                summary.get("quarantined").asLong(),
                summary.get("duplicates").asLong(),
                equal ? "equal" : "NOT EQUAL");
        return equal;
    }

    private JsonNode admin(String method, String call, String body) throws IOException, InterruptedException {
        String token = Files.readString(work.resolve("cloud/admin.token")).strip();
        URI cloudUri = cloudUri();
        Optional<String> pin =
                Optional.ofNullable(cloudUri.getFragment()).map(fragment -> fragment.substring("pin=".length()));
        HttpResponse<String> answer = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(CloudTrust.context(() -> pin))
                .build()
                .send(
                        HttpRequest.newBuilder(cloudUri.resolve("/api/v1/" + call))
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

    @Override
    public void close() {
        for (Process till : tills) {
            if (till != null) {
                till.destroyForcibly();
            }
        }
        if (cloud != null) {
            cloud.destroyForcibly();
        }
    }
}
