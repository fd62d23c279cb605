package outpost.simulation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.access.Caller;
import outpost.cloud.internal.access.CloudIdentity;
import outpost.cloud.internal.access.Enrolment;
import outpost.cloud.internal.access.Lanes;
import outpost.cloud.internal.access.Tokens;
import outpost.cloud.internal.store.Database;
import outpost.cloud.internal.store.StorageException;
import outpost.cloud.internal.sync.Arrivals;
import outpost.cloud.internal.sync.Changes;
import outpost.cloud.internal.sync.Pushes;
import outpost.cloud.internal.sync.Reconciles;
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
import outpost.protocol.reconcile.ReconcileRequest;
import outpost.values.PosId;
import outpost.values.TerminalId;

/** One of the cloud's processes: its real services on the common database, called as its REST resources call them, without their server. */
final class CloudNode {
    private static final int FOR_EVER = Integer.MAX_VALUE;

    private final World world;
    private final CloudIdentity identity;
    private final Clock clock;
    private final Tokens tokens;
    private final Pushes pushes;
    private final Changes changes;
    private final Arrivals arrivals;
    private final Lanes lanes;
    private final Reports reports;
    private final Snapshots snapshots;
    private final Reconciles reconciles;
    private final TokenReader readers;
    private int looksLeft = FOR_EVER;

    /** @param wrong how far its clock is off */
    CloudNode(World world, CloudHouse house, Duration wrong) {
        this.world = world;
        Database database = house.database();
        identity = house.identity();
        LyingClock machine = new LyingClock(world.timeline());
        machine.set(wrong);
        clock = new MortalClock(machine);
        tokens = new Tokens(database, identity, clock);
        readers = new TokenReader(tokens, clock);
        pushes = new Pushes(database, clock);
        changes = new Changes(database);
        snapshots = new Snapshots(database);
        reconciles = new Reconciles(database);
        arrivals = new Arrivals(database);
        reports = new Reports(database, clock);
        Enrolment enrolment =
                new Enrolment(database, identity, clock, world.chance().secure());
        lanes = new Lanes(database, identity, enrolment, clock);
    }

    /** Lets it die within the next call: where it looks at its clock so many times and once more, which is within a transaction, or at the end of the call. */
    void doom(int looks) {
        looksLeft = looks;
    }

    void spare() {
        looksLeft = FOR_EVER;
    }

    /** @throws PowerCut if it dies; what it has committed stays, and nobody hears of it */
    Exchange.Answer answer(String call, Exchange.Request request) {
        Exchange.Answer answer = served(call, request);
        if (looksLeft != FOR_EVER) {
            throw new PowerCut();
        }
        return answer;
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
            case "sync/reconcile" -> json(
                    reconciles.answer(lane(request), Json.mapper().readValue(body(request), ReconcileRequest.class)));
            case "sync/snapshot" -> snapshot(lane(request), query(request));
            default -> error(404, ErrorCode.POS_SYNC_NOT_FOUND.name(), Map.of());
        };
    }

    private Exchange.Answer pull(Caller.Lane lane, Map<String, String> query) {
        return json(changes.after(lane, Long.parseLong(query.get("cursor")), Integer.parseInt(query.get("limit"))));
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

    static Exchange.Answer error(int status, String code, Map<String, String> headers) {
        ErrorAnswer error = new ErrorAnswer(code, code, Optional.empty(), "0");
        return new Exchange.Answer(status, headers, Json.write(error).getBytes(StandardCharsets.UTF_8));
    }

    /** A process that is to die does so where it looks at the time. */
    private final class MortalClock extends Clock {
        private final Clock right;

        MortalClock(Clock right) {
            this.right = right;
        }

        @Override
        public Instant instant() {
            if (looksLeft != FOR_EVER && looksLeft-- == 0) {
                throw new PowerCut();
            }
            return right.instant();
        }

        @Override
        public ZoneId getZone() {
            return right.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return new MortalClock(right.withZone(zone));
        }
    }
}
