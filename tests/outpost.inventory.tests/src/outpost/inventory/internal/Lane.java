package outpost.inventory.internal;

import java.security.KeyPair;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import outpost.protocol.Ed25519;
import outpost.protocol.Event;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.protocol.SaleLine;
import outpost.protocol.SalePayload;
import outpost.protocol.SaleTax;
import outpost.protocol.SaleTender;
import outpost.protocol.stock.StockKind;
import outpost.protocol.stock.StockPayload;
import outpost.values.BranchId;
import outpost.values.EventKey;
import outpost.values.HlcStamp;
import outpost.values.PosId;
import outpost.values.Quantity;
import outpost.values.TerminalId;

/** A neighbour that sells, receives and counts at random. */
final class Lane {
    private static final ZonedDateTime TIME = ZonedDateTime.of(2026, 1, 31, 10, 0, 0, 0, ZoneOffset.UTC);

    private final KeyPair keys = Ed25519.newKeyPair();
    private final TerminalId terminal;
    private final PosId pos;
    private final Random random;
    private long number;
    private String lastHash = Event.NO_HASH;
    private HlcStamp stamp = new HlcStamp(TIME.toInstant().toEpochMilli(), 0);

    Lane(String terminal, Random random) {
        this.terminal = new TerminalId(terminal);
        this.pos = new PosId(terminal + "-" + UUID.randomUUID().toString().substring(0, 8));
        this.random = random;
    }

    /** Its next event, which moves some of the product. */
    Event next(String product) {
        stamp = random.nextBoolean()
                ? new HlcStamp(stamp.millis() + 1, 0)
                : new HlcStamp(stamp.millis(), stamp.counter() + 1);
        Quantity units = Quantity.of(1 + random.nextInt(9));
        return switch (random.nextInt(8)) {
            case 0 -> event(EventType.STOCK, document(product, StockKind.COUNT, units));
            case 1 -> event(EventType.STOCK, document(product, StockKind.RECEIPT, units));
            case 2 -> event(EventType.STOCK, document(product, StockKind.WASTE, units.negated()));
            case 3 -> event(EventType.REFUND, sale(product, -units.milli()));
            default -> event(EventType.SALE, sale(product, units.milli()));
        };
    }

    private Event event(EventType type, Object payload) {
        EventKey key = new EventKey(terminal, pos, ++number);
        Event event = Event.signed(
                key, type, new BranchId("main"), TIME, stamp, Json.write(payload), lastHash, keys.getPrivate());
        lastHash = event.hash();
        return event;
    }

    private StockPayload document(String product, StockKind kind, Quantity quantity) {
        return new StockPayload(
                id(), "Cashier 2", Optional.empty(), List.of(new StockPayload.Line(product, kind, quantity)));
    }

    /** Something that costs nothing, of which that much goes out. */
    static SalePayload sale(String product, long milli) {
        List<SaleLine> lines =
                List.of(new SaleLine(1, Optional.of(product), "code", "Name", milli, 0, 0, "standard", 200_000));
        return new SalePayload(
                id(),
                "R-1",
                Optional.empty(),
                "GBP",
                "Cashier 1",
                lines,
                SaleTax.of("GBP", lines),
                List.of(new SaleTender(SaleTender.CASH, 0, 0, 0)),
                0);
    }

    static SalePayload training(SalePayload sale) {
        return Json.read(Json.write(sale).replaceFirst("\\{", "{\"training\":true,"), SalePayload.class);
    }

    private static UUID id() {
        return UUID.randomUUID();
    }
}
