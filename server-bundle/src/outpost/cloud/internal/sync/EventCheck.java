package outpost.cloud.internal.sync;

import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import outpost.cloud.internal.StorableText;
import outpost.cloud.internal.entity.Sale;
import outpost.protocol.DiscardPayload;
import outpost.protocol.Event;
import outpost.protocol.EventType;
import outpost.protocol.JournalEntry;
import outpost.protocol.Json;
import outpost.protocol.MalformedMessageException;
import outpost.protocol.ProductEdit;
import outpost.protocol.SaleLine;
import outpost.protocol.SaleLineRef;
import outpost.protocol.SalePayload;
import outpost.protocol.ShiftReport;
import outpost.protocol.stock.StockPayload;
import outpost.values.TerminalId;

/** Whether an event is authentic and its content fits together. The same event gets the same verdict whenever it comes. */
final class EventCheck {
    private static final int TIME_CHARS = 100;

    private final Map<TerminalId, List<PublicKey>> keys;
    private final String currency;
    private final Map<EventType, Reader> readers = Map.of(
            EventType.SALE,
            this::sold,
            EventType.REFUND,
            this::sold,
            EventType.SHIFT,
            (event, key) -> new Content.Closed(shift(event)),
            EventType.STOCK,
            (event, key) -> new Content.Stocked(stock(event)),
            EventType.JOURNAL,
            (event, key) -> new Content.Noted(entry(event, key)),
            EventType.PRODUCT_EDIT,
            (event, key) -> new Content.Edited(edit(event)),
            EventType.DISCARD,
            (event, key) -> new Content.GivenUp(discard(event)));

    /**
     * @param keys those that the branch's terminals are or were enrolled with
     * @param currency the tenant's
     */
    EventCheck(Map<TerminalId, List<PublicKey>> keys, String currency) {
        this.keys = Map.copyOf(keys);
        this.currency = currency;
    }

    /** The types that this version can read. */
    Set<EventType> types() {
        return readers.keySet();
    }

    /**
     * @throws IllegalArgumentException saying what is wrong with the event
     * @throws ArithmeticException if its amounts add up to more than can be kept
     */
    Content content(Event event) {
        List<PublicKey> known = keys.getOrDefault(event.terminalId(), List.of());
        require(!known.isEmpty(), "the terminal is not enrolled");
        PublicKey key = known.stream()
                .filter(event::isAuthentic)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("hash or signature is wrong"));
        require(event.occurredAt().length() <= TIME_CHARS, "occurredAt is too long");
        StorableText.checked("payload", event.payload());
        try {
            Reader reader = readers.get(event.type());
            return reader == null ? new Content.Unread() : reader.read(event, key);
        } catch (MalformedMessageException malformed) {
            throw new IllegalArgumentException("payload: " + malformed.getMessage(), malformed);
        }
    }

    private static DiscardPayload discard(Event event) {
        DiscardPayload discard = Json.read(event.payload(), DiscardPayload.class);
        checkTexts("payload", Stream.of(Optional.of(discard.reason()), Optional.of(discard.by())));
        return discard;
    }

    private Content sold(Event event, PublicKey key) {
        return new Content.Sold(sale(event));
    }

    private SalePayload sale(Event event) {
        SalePayload sale = Json.read(event.payload(), SalePayload.class);
        requireCurrency(sale.currency());
        require(!event.type().equals(EventType.REFUND) || sale.totalMinor() <= 0, "the total of a refund is positive");
        checkTexts(
                "payload",
                Stream.of(
                        Optional.of(sale.receiptNumber()),
                        sale.reference(),
                        Optional.of(sale.cashier()),
                        sale.shiftId(),
                        sale.customerId()));
        sale.lines().forEach(EventCheck::checkLine);
        Sale.requireSums(sale);
        sale.tenders().forEach(tender -> StorableText.checked("type", tender.type()));
        return sale;
    }

    /** Reads the payload of a type. */
    @FunctionalInterface
    private interface Reader {
        Content read(Event event, PublicKey key);
    }

    private ShiftReport shift(Event event) {
        ShiftReport report = Json.read(event.payload(), ShiftReport.class);
        requireCurrency(report.currency());
        ShiftReport.Drawer drawer = report.drawer();
        long expected = LongStream.of(drawer.floatMinor(), drawer.salesMinor(), drawer.inMinor(), -drawer.outMinor())
                .reduce(0, Math::addExact);
        require(
                drawer.expectedMinor() == expected,
                "drawer: float, sales, in and out make " + expected + ", not " + drawer.expectedMinor());
        return report;
    }

    private static StockPayload stock(Event event) {
        StockPayload stock = Json.read(event.payload(), StockPayload.class);
        checkTexts("lines", stock.lines().stream().map(line -> Optional.of(line.productId())));
        return stock;
    }

    private static JournalEntry entry(Event event, PublicKey key) {
        JournalEntry entry = Json.read(event.payload(), JournalEntry.class);
        require(entry.isAuthentic(key), "the journal entry's hash or signature is wrong");
        return entry;
    }

    private static ProductEdit edit(Event event) {
        ProductEdit edit = Json.read(event.payload(), ProductEdit.class);
        checkTexts("payload", Stream.of(Optional.of(edit.productId()), Optional.of(edit.by())));
        return edit;
    }

    private void requireCurrency(String stated) {
        require(stated.equals(currency), "currency is " + stated + ", the tenant's is " + currency);
    }

    private static void checkLine(SaleLine line) {
        checkTexts(
                "lines",
                Stream.of(
                        line.productId(),
                        Optional.of(line.code()),
                        Optional.of(line.name()),
                        Optional.of(line.taxRateId()),
                        line.categoryId(),
                        line.refundOf().map(SaleLineRef::receiptNumber)));
    }

    /** What becomes a column has to be a text that any database takes. */
    private static void checkTexts(String field, Stream<Optional<String>> texts) {
        texts.flatMap(Optional::stream).forEach(text -> StorableText.checked(field, text));
    }

    private static void require(boolean fits, String otherwise) {
        if (!fits) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
