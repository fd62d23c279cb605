package outpost.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Enrols a fleet, lets it work for a while, and compares what the tills rang with what the cloud has. */
@Command(
        name = "fleet",
        mixinStandardHelpOptions = true,
        description = "Simulated tills against the nodes of one cloud; ends with 0 if every sale arrived exactly once.")
public final class Main implements Callable<Integer> {
    private static final int PER_BRANCH = 10;
    private static final int AT_ONCE = 64;
    private static final int ADMINISTRATORS = 8;
    private static final String TENANT = "load";
    private static final long LAST_WAIT_SECONDS = 300;

    @Option(names = "--cloud", required = true, split = ",", description = "addresses of the nodes, commas between")
    private List<URI> nodes;

    @Option(names = "--admin-token-file", required = true)
    private Path tokenFile;

    @Option(names = "--tills", defaultValue = "1000")
    private int tills;

    @Option(names = "--sockets", defaultValue = "-1", description = "how many listen to sync/live (all)")
    private int sockets;

    @Option(names = "--seconds", defaultValue = "120")
    private int seconds;

    @Option(names = "--cycle", defaultValue = "30", description = "seconds from one cycle of a till to the next (30)")
    private int cycle;

    @Option(
            names = "--sale",
            defaultValue = "60",
            description = "seconds from one sale of a till to the next, on the average (60)")
    private int sale;

    private final Latencies latencies = new Latencies();

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
        try {
            return run(threads, clock);
        } finally {
            clock.shutdownNow();
            threads.shutdownNow();
        }
    }

    private int run(ExecutorService threads, ScheduledExecutorService clock) throws IOException, InterruptedException {
        String token = Files.readString(tokenFile).strip();
        Calls calls = new Calls(nodes, latencies, threads);
        List<Till> fleet = enrol(calls, token);
        int listening = sockets < 0 ? tills : sockets;
        all(fleet.subList(0, Math.min(listening, tills)), Till::listen);
        say(fleet.stream().filter(Till::isConnected).count() + " are connected to sync/live");
        System.out.print(latencies.table(1));
        latencies.clear();

        Random random = new Random(1);
        for (Till till : fleet) {
            clock.scheduleWithFixedDelay(
                    till::cycle, random.nextInt(cycle * 1_000), cycle * 1_000L, TimeUnit.MILLISECONDS);
            clock.scheduleWithFixedDelay(
                    till::sell, random.nextInt(sale * 1_000), sale * 1_000L, TimeUnit.MILLISECONDS);
        }
        long begun = System.nanoTime();
        CountDownLatch over = new CountDownLatch(1);
        clock.schedule(over::countDown, seconds, TimeUnit.SECONDS);
        over.await();
        clock.shutdownNow();
        clock.awaitTermination(1, TimeUnit.MINUTES);
        long ran = (System.nanoTime() - begun) / 1_000_000_000L;
        long rung = fleet.stream().mapToLong(Till::rung).sum();
        say(ran + " s: " + rung + " sales rung, "
                + fleet.stream().filter(Till::isConnected).count() + " still connected, "
                + fleet.stream().mapToLong(Till::nudges).sum() + " nudges heard");
        System.out.print(latencies.table(ran));
        latencies.figures("fleet-" + tills, List.of("cycle", "push", "pull")).forEach(Main::say);
        return compare(calls, token, fleet, rung);
    }

    private List<Till> enrol(Calls calls, String token) throws IOException, InterruptedException {
        calls.admin(token, "tenants", Map.of("tenantId", TENANT, "name", "Load", "currency", "EUR"), JsonNode.class);
        List<String> codes = codes(calls, token);
        List<Till> fleet = new ArrayList<>();
        for (int i = 0; i < tills; i++) {
            fleet.add(new Till(calls, i));
        }
        Semaphore places = new Semaphore(AT_ONCE);
        List<CompletableFuture<Void>> enrolled = new ArrayList<>();
        for (int i = 0; i < tills; i++) {
            places.acquire();
            enrolled.add(fleet.get(i).enrol(codes.get(i)).whenComplete((done, failure) -> places.release()));
        }
        enrolled.forEach(CompletableFuture::join);
        say(tills + " tills are enrolled");
        return fleet;
    }

    /** An enrolment code for each till, branch by branch. */
    private List<String> codes(Calls calls, String token) throws IOException, InterruptedException {
        ExecutorService administrators = Executors.newFixedThreadPool(ADMINISTRATORS);
        try {
            List<Callable<List<String>>> branches = new ArrayList<>();
            for (int first = 0; first < tills; first += PER_BRANCH) {
                int from = first;
                branches.add(() -> codes(calls, token, from, Math.min(tills, from + PER_BRANCH)));
            }
            List<String> codes = new ArrayList<>();
            for (Future<List<String>> branch : administrators.invokeAll(branches)) {
                codes.addAll(branch.get());
            }
            return codes;
        } catch (ExecutionException e) {
            throw new IOException("the cloud gives no codes", e);
        } finally {
            administrators.shutdownNow();
        }
    }

    private static List<String> codes(Calls calls, String token, int from, int to)
            throws IOException, InterruptedException {
        String branch = "B" + from / PER_BRANCH;
        calls.admin(token, "branches?tenant=" + TENANT, Map.of("branchId", branch, "name", branch), JsonNode.class);
        List<String> codes = new ArrayList<>();
        for (int till = from; till < to; till++) {
            Map<String, String> terminal = Map.of("branchId", branch, "name", "Lane " + till);
            codes.add(calls.admin(token, "terminals?tenant=" + TENANT, terminal, JsonNode.class)
                    .get("code")
                    .asText());
        }
        return codes;
    }

    private interface Step {
        CompletableFuture<Void> of(Till till);
    }

    private static void all(List<Till> fleet, Step step) throws InterruptedException {
        Semaphore places = new Semaphore(AT_ONCE);
        List<CompletableFuture<Void>> steps = new ArrayList<>();
        for (Till till : fleet) {
            places.acquire();
            steps.add(step.of(till).whenComplete((done, failure) -> places.release()));
        }
        steps.forEach(CompletableFuture::join);
    }

    /** Lets what waits arrive, and compares both sides. */
    private int compare(Calls calls, String token, List<Till> fleet, long rung)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LAST_WAIT_SECONDS);
        while (fleet.stream().anyMatch(till -> till.waitingEvents() > 0) && System.nanoTime() < end) {
            all(fleet.stream().filter(till -> till.waitingEvents() > 0).toList(), Till::cycle);
        }
        JsonNode summary = calls.admin(token, "sales/summary?tenant=" + TENANT, "", JsonNode.class);
        long missing = 0;
        for (JsonNode stream : summary.get("streams")) {
            missing += stream.get("missing").asLong();
        }
        long netMinor = fleet.stream().mapToLong(Till::rungMinor).sum();
        boolean equal = summary.get("sales").asLong() == rung
                && summary.get("events").asLong() == rung
                && summary.get("netMinor").asLong() == netMinor
                && summary.get("quarantined").asLong() == 0
                && missing == 0;
        say("tills: " + rung + " sales, " + netMinor + " minor units, "
                + fleet.stream().mapToLong(Till::accepted).sum() + " told accepted, "
                + fleet.stream().mapToLong(Till::duplicates).sum() + " told again");
        say("cloud: " + summary.get("sales") + " sales, " + summary.get("netMinor") + " minor units, "
                + summary.get("events") + " events, " + missing + " missing, " + summary.get("quarantined")
                + " refused");
        say(equal ? "equal: every sale arrived exactly once" : "NOT EQUAL");
        fleet.forEach(Till::hangUp);
        return equal ? 0 : 1;
    }

    private static void say(String text) {
        System.out.println(text);
    }
}
