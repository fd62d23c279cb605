package outpost.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What an event tells. The list is open: whoever does not know a type carries its events all the same, and leaves reading them to those who do. So an
 * older cloud keeps what a newer till sends, and an older lane passes on what a newer lane wrote.
 *
 * @param wireName the name on the wire and in the databases: a small letter, then up to 31 small letters, digits or underscores
 */
public record EventType(@JsonValue String wireName) {
    // Before the constants, whose constructor needs it.
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{0,31}");

    /** Goods sold; lines may come back within it. Payload: {@link SalePayload}. */
    public static final EventType SALE = new EventType("sale");
    /** Goods taken back against money. Payload: {@link SalePayload} with negative totals. */
    public static final EventType REFUND = new EventType("refund");
    /** A shift was closed. Payload: {@link ShiftReport}, the Z report. */
    public static final EventType SHIFT = new EventType("shift");
    /** Something happened at the till that is no sale and must not be forgotten. Payload: {@link JournalEntry}. */
    public static final EventType JOURNAL = new EventType("journal");

    /** Goods moved without being sold. Payload: {@link outpost.protocol.stock.StockPayload}. */
    public static final EventType STOCK = new EventType("stock");

    /** A branch changed a product. Payload: {@link ProductEdit}. */
    public static final EventType PRODUCT_EDIT = new EventType("product_edit");

    /** A person gave up an event that the cloud refuses. Payload: {@link DiscardPayload}. */
    public static final EventType DISCARD = new EventType("discard");

    /** A ticket that was put aside is at another place now, for the other lanes of the branch. */
    public static final EventType HELD_TICKET = new EventType("held_ticket");

    private static final Map<EventType, Integer> URGENCY = Map.of(SALE, 0, REFUND, 0, SHIFT, 1, JOURNAL, 1, STOCK, 2);
    private static final int LEAST_URGENT = 3;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EventType {
        if (!FORM.matcher(Objects.requireNonNull(wireName, "type")).matches()) {
            throw new IllegalArgumentException("'" + wireName + "' is not a type of event");
        }
    }

    /** In which order a till sends what waits: 0 first. */
    @JsonIgnore
    public int urgency() {
        return URGENCY.getOrDefault(this, LEAST_URGENT);
    }

    @Override
    public String toString() {
        return wireName;
    }
}
