import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import outpost.protocol.Ed25519;
import outpost.protocol.EnrolAnswer;
import outpost.protocol.EnrolRequest;
import outpost.protocol.Event;
import outpost.protocol.EventAnswer;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.protocol.PushAnswer;
import outpost.protocol.PushRequest;
import outpost.protocol.SaleLine;
import outpost.protocol.SalePayload;
import outpost.protocol.SaleTax;
import outpost.protocol.SaleTender;
import outpost.protocol.TokenAnswer;
import outpost.protocol.TokenRequest;
import outpost.values.EventKey;
import outpost.values.HlcStamp;
import outpost.values.PosId;

/**
 * Many tills over a bad line into a real cloud. A batch is a random part of what a till waits for, in random order; it gets lost on the way, goes out twice, or
 * loses its answer after the commit. The tills take turns, and sell until there were so many deliveries or the time is over; a till goes on until each of its events
 * was acknowledged. Then both sides must have the same sums, and each stream no gap.
 */
public final class Deliveries {
    private static final int TILLS = 90;
    private static final int HANDS = 6;
    private static final int WINDOW = 300;
    private static final int MOST_IN_BATCH = 150;
    private static final int LOST_PERCENT = 8;
    private static final int TWICE_PERCENT = 25;
    private static final int UNANSWERED_PERCENT = 25;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI cloud;
    private final String adminToken;
    private final AtomicLong deliveries = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private final AtomicLong twice = new AtomicLong();
    private final AtomicLong unanswered = new AtomicLong();
    private final AtomicLong busy = new AtomicLong();

    private Deliveries(URI cloud, String adminToken) {
        this.cloud = cloud;
        this.adminToken = adminToken;
    }

    public static void main(String[] arguments) throws Exception {
        Deliveries run = new Deliveries(
                URI.create(arguments[0]), Files.readString(Path.of(arguments[1])).strip());
        System.exit(run.run(Long.parseLong(arguments[2]), Long.parseLong(arguments[3]), Long.parseLong(arguments[4])) ? 0 : 1);
    }

    private boolean run(long wanted, long seed, long minutes) throws Exception {
        System.out.printf("%,d deliveries or %d min, %d tills, seed %d%n", wanted, minutes, TILLS, seed);
        List<Till> tills = new ArrayList<>();
        for (int i = 0; i < TILLS; i++) {
            JsonNode made = Json.mapper()
                    .readTree(admin("POST", "admin/terminals", "{\"branchId\":\"main\",\"name\":\"Till " + i + "\"}"));
            tills.add(new Till(made.get("code").asText(), new Random(seed * 1_000 + i)));
        }
        long start = System.nanoTime();
        ExecutorService hands = Executors.newFixedThreadPool(HANDS);
        long end = start + TimeUnit.MINUTES.toNanos(minutes);
        Queue<Till> turns = new ConcurrentLinkedQueue<>(tills);
        List<Future<?>> done = new ArrayList<>();
        for (int i = 0; i < HANDS; i++) {
            done.add(hands.submit(() -> {
                for (Till till = turns.poll(); till != null; till = turns.poll()) {
                    if (till.sellAndSend(deliveries.get() < wanted && System.nanoTime() < end)) {
                        turns.add(till);
                    }
                }
                return null;
            }));
        }
        Thread reporter = new Thread(() -> report(start));
        reporter.setDaemon(true);
        reporter.start();
        for (Future<?> each : done) {
            each.get();
        }
        hands.shutdown();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%,d deliveries in %.0f s; %,d batches lost on the way, %,d sent twice, %,d without their answer, %,d put off by the cloud%n",
                deliveries.get(), seconds, lost.get(), twice.get(), unanswered.get(), busy.get());
        return compare(tills);
    }

    private boolean compare(List<Till> tills) throws Exception {
        JsonNode summary = Json.mapper().readTree(admin("GET", "admin/sales/summary", ""));
        Map<String, long[]> sides = new LinkedHashMap<>();
        long events = tills.stream().mapToLong(till -> till.lastEvent).sum();
        sides.put("sales", new long[] {events, summary.get("sales").asLong()});
        sides.put("events", new long[] {events, summary.get("events").asLong()});
        sides.put("lines", new long[] {tills.stream().mapToLong(till -> till.lines).sum(), summary.get("lines").asLong()});
        sides.put("netMinor", new long[] {tills.stream().mapToLong(till -> till.minor).sum(), summary.get("netMinor").asLong()});
        sides.put("quarantined", new long[] {0, summary.get("quarantined").asLong()});
        long missing = 0;
        long contiguous = 0;
        for (JsonNode stream : summary.get("streams")) {
            missing += stream.get("missing").asLong();
            contiguous += stream.get("contiguous").asLong();
        }
        sides.put("streams' contiguous", new long[] {events, contiguous});
        sides.put("streams' missing", new long[] {0, missing});
        boolean equal = true;
        for (Map.Entry<String, long[]> side : sides.entrySet()) {
            long[] both = side.getValue();
            equal &= both[0] == both[1];
            System.out.printf("%-20s tills %,15d  cloud %,15d  %s%n", side.getKey(), both[0], both[1], both[0] == both[1] ? "" : "DIFFERENT");
        }
        System.out.printf("duplicates that the cloud knew: %,d%n", summary.get("duplicates").asLong());
        System.out.println(equal ? "equal" : "NOT EQUAL");
        return equal;
    }

    private void report(long start) {
        for (long minute = 1; true; minute++) {
            java.util.concurrent.locks.LockSupport.parkUntil(System.currentTimeMillis() + 60_000);
            System.out.printf("  after %d min: %,d deliveries%n", minute, deliveries.get());
        }
    }

    private String admin(String method, String call, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(cloud.resolve("/api/v1/" + call))
                        .header("Authorization", "Bearer " + adminToken)
                        .header("Content-Type", "application/json")
                        .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(call + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    /** One till, its file in memory. */
    private final class Till {
        private final Random random;
        private final KeyPair keys = Ed25519.newKeyPair();
        private final EnrolAnswer self;
        private final PosId posId;
        private final List<Event> waiting = new ArrayList<>();
        private String token = "";
        private long lastEvent;
        private long lines;
        private long minor;
        private String lastHash = Event.NO_HASH;

        Till(String code, Random random) throws IOException, InterruptedException {
            this.random = random;
            HttpResponse<String> answer = post(
                    "terminals/enrol", Json.write(new EnrolRequest(code, Ed25519.encode(keys.getPublic()))), "", "");
            self = Json.read(answer.body(), EnrolAnswer.class);
            posId = new PosId("P" + self.terminalId().value());
        }

        /**
         * Sends one batch.
         *
         * @param selling whether it sells, too
         * @return whether this till is not done yet
         */
        boolean sellAndSend(boolean selling) throws Exception {
            while (selling && waiting.size() < WINDOW) {
                waiting.add(sale());
            }
            Collections.shuffle(waiting, random);
            if (!waiting.isEmpty()) {
                deliver(List.copyOf(waiting.subList(0, Math.min(waiting.size(), 1 + random.nextInt(MOST_IN_BATCH)))));
            }
            return selling || !waiting.isEmpty();
        }

        private void deliver(List<Event> batch) throws Exception {
            if (random.nextInt(100) < LOST_PERCENT) {
                lost.incrementAndGet();
                return;
            }
            Optional<PushAnswer> answer = push(batch);
            if (random.nextInt(100) < TWICE_PERCENT) {
                twice.incrementAndGet();
                Optional<PushAnswer> second = push(batch);
                answer = second.isPresent() ? second : answer;
            }
            if (random.nextInt(100) < UNANSWERED_PERCENT) {
                unanswered.incrementAndGet();
                answer = Optional.empty();
            }
            answer.ifPresent(given -> settle(batch, given));
        }

        private void settle(List<Event> batch, PushAnswer answer) {
            for (EventAnswer each : answer.results()) {
                if (each.status() == EventAnswer.Status.REJECTED) {
                    throw new IllegalStateException("refused: " + each);
                }
                waiting.remove(batch.get(each.index()));
            }
        }

        private Optional<PushAnswer> push(List<Event> batch) throws Exception {
            PushRequest request = new PushRequest(batch);
            HttpResponse<String> answer = post("sync/push", Json.write(request), token, request.idempotencyKey());
            if (answer.statusCode() == 401) {
                token = signIn();
                answer = post("sync/push", Json.write(request), token, request.idempotencyKey());
            }
            if (answer.statusCode() == 429 || answer.statusCode() == 503) {
                busy.incrementAndGet();
                return Optional.empty();
            }
            if (answer.statusCode() != 200) {
                throw new IOException(answer.statusCode() + " " + answer.body());
            }
            deliveries.addAndGet(batch.size());
            return Optional.of(Json.read(answer.body(), PushAnswer.class));
        }

        private Event sale() {
            int count = 1 + random.nextInt(3);
            List<SaleLine> all = new ArrayList<>();
            long total = 0;
            for (int i = 1; i <= count; i++) {
                long price = 1 + random.nextInt(9_999);
                total += price;
                all.add(new SaleLine(i, Optional.of("P" + i), "85123A", "LANTERN", 1_000, price, price, "standard", 200_000));
            }
            long number = lastEvent + 1;
            SalePayload sale = new SalePayload(
                    new UUID(random.nextLong(), random.nextLong()),
                    self.terminalId() + "-" + posId + "-" + number,
                    Optional.empty(),
                    self.currency(),
                    "Cashier 1",
                    all,
                    SaleTax.of(self.currency(), all),
                    List.of(new SaleTender(SaleTender.CASH, total, total, 0)),
                    total);
            Instant now = Instant.now();
            Event event = Event.signed(
                    new EventKey(self.terminalId(), posId, number),
                    EventType.SALE,
                    self.branchId(),
                    ZonedDateTime.ofInstant(now, ZoneId.of("Europe/London")),
                    new HlcStamp(now.toEpochMilli(), (int) (number % 60_000)),
                    Json.write(sale),
                    lastHash,
                    keys.getPrivate());
            lastEvent = number;
            lastHash = event.hash();
            lines += count;
            minor += total;
            return event;
        }

        private String signIn() throws Exception {
            JwtClaims claims = new JwtClaims();
            claims.setIssuer(self.terminalId().value());
            claims.setSubject(self.terminalId().value());
            claims.setAudience(self.cloudId());
            claims.setStringClaim("tenant", self.tenantId().value());
            claims.setIssuedAt(NumericDate.now());
            claims.setExpirationTimeMinutesInTheFuture(2);
            claims.setGeneratedJwtId();
            JsonWebSignature jwt = new JsonWebSignature();
            jwt.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
            jwt.setKey(keys.getPrivate());
            jwt.setPayload(claims.toJson());
            String body = Json.write(new TokenRequest(jwt.getCompactSerialization()));
            return Json.read(post("auth/token", body, "", "").body(), TokenAnswer.class).token();
        }

        private HttpResponse<String> post(String call, String body, String bearer, String key)
                throws IOException, InterruptedException {
            HttpRequest.Builder request = HttpRequest.newBuilder(cloud.resolve("/api/v1/" + call))
                    .header("Content-Type", "application/json")
                    .header("Outpost-Protocol", "1")
                    .POST(BodyPublishers.ofString(body));
            if (!bearer.isEmpty()) {
                request.header("Authorization", "Bearer " + bearer);
            }
            if (!key.isEmpty()) {
                request.header(PushRequest.IDEMPOTENCY_KEY, key);
            }
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }
}
