package outpost.simulation;

import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.access.Caller;
import outpost.cloud.internal.access.CloudIdentity;
import outpost.cloud.internal.access.Enrolment;
import outpost.cloud.internal.access.Lanes;
import outpost.cloud.internal.access.Tokens;
import outpost.cloud.internal.admin.JournalHeads;
import outpost.cloud.internal.admin.SalesSummary;
import outpost.cloud.internal.admin.Shops;
import outpost.cloud.internal.admin.StockPicture;
import outpost.cloud.internal.catalog.Catalog;
import outpost.cloud.internal.catalog.ProductConflicts;
import outpost.cloud.internal.store.Database;
import outpost.cloud.internal.store.StorageException;
import outpost.cloud.internal.sync.Arrivals;
import outpost.cloud.internal.sync.Changes;
import outpost.cloud.internal.sync.Pushes;
import outpost.cloud.internal.sync.Snapshots;
import outpost.cloud.internal.watch.Reports;
import outpost.protocol.ErrorAnswer;
import outpost.protocol.ErrorCode;
import outpost.protocol.Health;
import outpost.protocol.Json;
import outpost.protocol.LanesRequest;
import outpost.protocol.Limits;
import outpost.protocol.PushRequest;
import outpost.protocol.TillReport;
import outpost.protocol.TokenRequest;
import outpost.values.PosId;
import outpost.values.TerminalId;

/** The cloud's real services for one tenant, called as its REST resources call them, without their server. */
final class Cloud {
    private static final String API = "/api/v1/";

    private final World world;
    private final Database database;
    private final CloudIdentity identity;
    private final Clock clock;
    private final Tokens tokens;
    private final Pushes pushes;
    private final Changes changes;
    private final Arrivals arrivals;
    private final Lanes lanes;
    private final Reports reports;
    private final StockPicture stock;
    private final Snapshots snapshots;
    private final Enrolment enrolment;
    private final TokenReader readers;
    private boolean away;

    Cloud(World world, CloudHouse house) {
        this.world = world;
        database = house.database();
        identity = house.identity();
        clock = new LyingClock(world.timeline());
        tokens = new Tokens(database, identity, clock);
        readers = new TokenReader(tokens, clock);
        pushes = new Pushes(database, clock);
        changes = new Changes(database);
        snapshots = new Snapshots(database);
        arrivals = new Arrivals(database);
        reports = new Reports(database, clock);
        stock = new StockPicture(database);
        enrolment = new Enrolment(database, identity, clock, world.chance().secure());
        lanes = new Lanes(database, identity, enrolment, clock);
    }

    Enrolment enrolment() {
        return enrolment;
    }

    Catalog catalog() {
        return new Catalog(database, clock);
    }

    ProductConflicts conflicts() {
        return new ProductConflicts(database, clock);
    }

    Shops shops() {
        return new Shops(database, clock);
    }

    SalesSummary summary() {
        return new SalesSummary(database);
    }

    JournalHeads journals() {
        return new JournalHeads(database);
    }

    StockPicture stock() {
        return stock;
    }

    Changes changes() {
        return changes;
    }

    <T> T read(Function<EntityManager, T> work) {
        return database.read(work);
    }

    void setAway(boolean isAway) {
        away = isAway;
    }

    /** Empty where nothing listens. */
    Optional<Exchange.Answer> answer(String from, Exchange.Request request) {
        if (away) {
            return Optional.empty();
        }
        String call = request.path().substring(API.length());
        Exchange.Answer answer = busy().orElseGet(() -> served(call, request));
        world.trace().note("cloud", call + " of " + from + ": " + answer.status());
        return Optional.of(answer);
    }

    private Optional<Exchange.Answer> busy() {
        if (!world.isFaulty()
                || !world.faults().contains(Fault.BUSY)
                || !world.chance().oneIn(10)) {
            return Optional.empty();
        }
        Exchange.Answer answer =
                switch (world.chance().below(4)) {
                    case 0 -> error(429, ErrorCode.POS_SYNC_RATE_LIMITED.name(), Map.of("Retry-After", "7"));
                    case 1 -> error(503, ErrorCode.POS_SYNC_STORAGE_FAILED.name(), Map.of("Retry-After", "2"));
                    case 2 -> error(500, ErrorCode.POS_SYNC_INTERNAL.name(), Map.of());
                    default -> error(401, ErrorCode.POS_SYNC_UNAUTHORIZED.name(), Map.of());
                };
        return Optional.of(answer);
    }

    private Exchange.Answer served(String call, Exchange.Request request) {
        try {
            return serve(call, request);
        } catch (RefusedException refused) {
            return error(refused.status(), refused.code().name(), Map.of());
        } catch (StorageException failed) {
            return error(503, ErrorCode.POS_SYNC_STORAGE_FAILED.name(), Map.of("Retry-After", "2"));
        } catch (IOException malformed) {
            return error(400, ErrorCode.POS_SYNC_REQUEST_INVALID.name(), Map.of());
        }
    }

    private Exchange.Answer serve(String call, Exchange.Request request) throws IOException {
        return switch (call) {
            case "health" -> json(new Health("ok", identity.id(), clock.millis(), 1, Limits.PROTOCOL_VERSION));
            case "auth/token" -> json(tokens.exchange(Json.mapper().readValue(body(request), TokenRequest.class)));
            case "sync/push" -> json(pushes.push(
                    lane(request), request.headers().getOrDefault(PushRequest.IDEMPOTENCY_KEY, ""), body(request)));
            case "sync/stream" -> json(
                    arrivals.of(lane(request), new PosId(query(request).get("pos"))));
            case "sync/streams" -> json(arrivals.ofBranch(lane(request)));
            case "sync/events" -> json(arrivals.events(
                    lane(request),
                    new TerminalId(query(request).get("terminal")),
                    new PosId(query(request).get("pos")),
                    Long.parseLong(query(request).get("after"))));
            case "sync/lanes" -> json(
                    lanes.meet(lane(request), Json.mapper().readValue(body(request), LanesRequest.class)));
            case "sync/report" -> {
                reports.keep(lane(request), Json.mapper().readValue(body(request), TillReport.class));
                yield new Exchange.Answer(204, Map.of(), new byte[0]);
            }
            case "sync/pull" -> pull(lane(request), query(request));
            case "sync/snapshot" -> snapshot(lane(request), query(request));
            default -> error(404, ErrorCode.POS_SYNC_NOT_FOUND.name(), Map.of());
        };
    }

    private Exchange.Answer pull(Caller.Lane lane, Map<String, String> query) {
        return json(changes.after(
                lane, Long.parseLong(query.get("cursor")), Integer.parseInt(query.get("limit"))));
    }

    private Exchange.Answer snapshot(Caller.Lane lane, Map<String, String> query) throws IOException {
        Snapshots.Snapshot snapshot = snapshots.of(lane, Optional.ofNullable(query.get("after")));
        // The rows are read later than the header, and may be newer than it.
        world.changeCatalogNow();
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        snapshot.writeTo(lines);
        return new Exchange.Answer(200, Map.of("Content-Type", "application/x-ndjson"), lines.toByteArray());
    }

    private Caller.Lane lane(Exchange.Request request) {
        String header = request.headers().getOrDefault("Authorization", "");
        return readers.lane(header.replaceFirst("^Bearer ", ""));
    }

    private static byte[] body(Exchange.Request request) throws IOException {
        try (GZIPInputStream body = new GZIPInputStream(new ByteArrayInputStream(request.body()))) {
            return body.readAllBytes();
        }
    }

    private static Map<String, String> query(Exchange.Request request) {
        int mark = request.target().indexOf('?');
        List<String> pairs = mark < 0
                ? List.of()
                : Arrays.asList(request.target().substring(mark + 1).split("&"));
        return pairs.stream()
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static Exchange.Answer json(Object message) {
        return new Exchange.Answer(
                200,
                Map.of("Content-Type", "application/json"),
                Json.write(message).getBytes(StandardCharsets.UTF_8));
    }

    private static Exchange.Answer error(int status, String code, Map<String, String> headers) {
        ErrorAnswer error = new ErrorAnswer(code, code, Optional.empty(), "0");
        return new Exchange.Answer(status, headers, Json.write(error).getBytes(StandardCharsets.UTF_8));
    }
}
