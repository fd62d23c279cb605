package outpost.reconcile.ui.internal.words;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import outpost.protocol.DiscardPayload;
import outpost.protocol.Event;
import outpost.protocol.EventType;
import outpost.protocol.JournalEntry;
import outpost.protocol.Json;
import outpost.protocol.MalformedMessageException;
import outpost.protocol.ProductEdit;
import outpost.protocol.SaleLine;
import outpost.protocol.SalePayload;
import outpost.protocol.ShiftReport;
import outpost.protocol.stock.StockKind;
import outpost.protocol.stock.StockPayload;
import outpost.values.Money;
import outpost.values.Quantity;
import outpost.widgets.Amounts;

/** What events tell, as people read it. */
public final class EventWords {
    private EventWords() {}

    public static String title(EventType type, Words words) {
        return switch (type.wireName()) {
            case "sale" -> words.sale();
            case "refund" -> words.refund();
            case "shift" -> words.shift();
            case "journal" -> words.journal();
            case "stock" -> words.stock();
            case "product_edit" -> words.productEdit();
            case "discard" -> words.discard();
            case "held_ticket" -> words.heldTicket();
            default -> words.otherEvent();
        };
    }

    public static String stockKind(StockKind kind, Words words) {
        return switch (kind.wireName()) {
            case "sale" -> words.sale();
            case "receipt" -> words.receipt();
            case "waste" -> words.waste();
            case "correction" -> words.correction();
            case "transfer" -> words.transfer();
            case "count" -> words.count();
            default -> kind.wireName();
        };
    }

    /** Line by line what is in it; nothing where only a later version can read it, or nobody. */
    public static List<String> content(Event event, Words words, Locale locale) {
        try {
            return switch (event.type().wireName()) {
                case "sale", "refund" -> lines(Json.read(event.payload(), SalePayload.class), locale);
                case "shift" -> lines(Json.read(event.payload(), ShiftReport.class), words, locale);
                case "journal" -> lines(Json.read(event.payload(), JournalEntry.class), words);
                case "stock" -> lines(Json.read(event.payload(), StockPayload.class), words);
                case "product_edit" -> lines(Json.read(event.payload(), ProductEdit.class));
                case "discard" -> lines(Json.read(event.payload(), DiscardPayload.class), words);
                default -> List.of();
            };
        } catch (MalformedMessageException e) {
            // It may be looked at for this very reason; its text is shown as it is.
            return List.of();
        }
    }

    private static List<String> lines(SalePayload sale, Locale locale) {
        return sale.lines().stream().map(line -> line(sale, line, locale)).toList();
    }

    private static String line(SalePayload sale, SaleLine line, Locale locale) {
        Money total = Money.of(sale.currency(), line.totalMinor());
        return new Quantity(line.quantityMilli()) + " × " + line.name() + "   " + Amounts.of(total, locale);
    }

    private static List<String> lines(ShiftReport shift, Words words, Locale locale) {
        Money net = Money.of(shift.currency(), shift.netMinor());
        return List.of(words.shiftContent(
                Integer.toString(shift.number()),
                Long.toString(shift.sales()),
                Long.toString(shift.refunds()),
                Amounts.of(net, locale)));
    }

    private static List<String> lines(JournalEntry entry, Words words) {
        return List.of(words.journalContent(entry.kind().replace('_', ' '), entry.subject()));
    }

    private static List<String> lines(StockPayload stock, Words words) {
        return Stream.concat(
                        stock.reference().stream(),
                        stock.lines().stream()
                                .map(line -> stockKind(line.kind(), words) + "  " + new Quantity(line.quantityMilli())
                                        + " × " + line.productId()))
                .toList();
    }

    private static List<String> lines(ProductEdit edit) {
        return Stream.concat(
                        Stream.of(edit.productId() + "  ·  " + edit.by()),
                        edit.changes().stream()
                                .map(change -> change.field().wireName() + " = "
                                        + change.value().orElse("–")))
                .toList();
    }

    private static List<String> lines(DiscardPayload discarded, Words words) {
        return List.of(words.discardContent(discarded.by(), discarded.reason()));
    }
}
