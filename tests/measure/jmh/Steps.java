package outpost.measure;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import outpost.protocol.Ed25519;
import outpost.protocol.Entity;
import outpost.protocol.Event;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.protocol.SaleLine;
import outpost.protocol.SalePayload;
import outpost.protocol.SaleTax;
import outpost.protocol.SaleTender;
import outpost.protocol.Sha256;
import outpost.values.BranchId;
import outpost.values.EventKey;
import outpost.values.HlcStamp;
import outpost.values.PosId;
import outpost.values.TerminalId;

/** The steps of a sale of three lines that touch neither disk nor line, one by one. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Steps {
    private static final int RATE_PPM = 200_000;

    private final KeyPair keys = Ed25519.newKeyPair();
    private final SalePayload sale = sale();
    private final String json = Json.write(sale);
    private final Event event = event();
    private final Entity row =
            new Entity(Entity.PRODUCT, "000012345", 12_345, Optional.of("{\"name\":\"Tea\",\"codes\":[\"4000000123457\"]}"));

    @Benchmark
    public String writeSale() {
        return Json.write(sale);
    }

    /** What it says is checked with it: lines that multiply out, taxes that follow from them. */
    @Benchmark
    public SalePayload readSale() {
        return Json.read(json, SalePayload.class);
    }

    @Benchmark
    public String hashSale() {
        return Sha256.hex(json);
    }

    @Benchmark
    public Event signEvent() {
        return event();
    }

    @Benchmark
    public boolean checkEvent() {
        return event.isAuthentic(keys.getPublic());
    }

    /** For comparison with the event's: the same signature by the platform. */
    @Benchmark
    public byte[] signByThePlatform() throws GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(keys.getPrivate());
        signature.update(new byte[64]);
        return signature.sign();
    }

    @Benchmark
    public long digestRow() {
        return row.digest();
    }

    private Event event() {
        return Event.signed(
                new EventKey(new TerminalId("T1"), new PosId("1a2b3c4d"), 1),
                EventType.SALE,
                new BranchId("main"),
                ZonedDateTime.parse("2026-01-31T10:15:00Z"),
                new HlcStamp(1_769_854_500_000L, 0),
                json,
                Event.NO_HASH,
                keys.getPrivate());
    }

    private static SalePayload sale() {
        List<SaleLine> lines = IntStream.rangeClosed(1, 3)
                .mapToObj(number -> new SaleLine(
                        number, Optional.of("00001234" + number), "400000012345" + number, "Tea " + number, 1_000, 249, 249, "standard", RATE_PPM))
                .toList();
        long total = lines.stream().mapToLong(SaleLine::totalMinor).sum();
        return new SalePayload(
                UUID.randomUUID(),
                "T1-1a2b3c4d-000001",
                Optional.empty(),
                "EUR",
                "Cashier",
                lines,
                SaleTax.of("EUR", lines),
                List.of(new SaleTender(SaleTender.CASH, total, total, 0)),
                total);
    }
}
