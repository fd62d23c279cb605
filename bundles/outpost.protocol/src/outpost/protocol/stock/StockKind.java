package outpost.protocol.stock;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Why a stock changed. The list is open: whoever does not know a kind adds its quantity all the same, so that an older lane or cloud never loses what a newer
 * till moved.
 *
 * @param wireName the name on the wire and in the databases: a small letter, then up to 31 small letters, digits or underscores
 */
public record StockKind(@JsonValue String wireName) {
    // Before the constants, whose constructor needs it.
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{0,31}");

    /** Goods sold, or taken back by a receipt; told by the sale itself, never by a {@link StockPayload}. */
    public static final StockKind SALE = new StockKind("sale");
    /** Goods that came in from a supplier. */
    public static final StockKind RECEIPT = new StockKind("receipt");
    /** Goods that were broken, spoilt or stolen. */
    public static final StockKind WASTE = new StockKind("waste");
    /** A wrong entry made good. */
    public static final StockKind CORRECTION = new StockKind("correction");
    /** Goods that went to another branch, or came from it. */
    public static final StockKind TRANSFER = new StockKind("transfer");
    /** Goods that were counted: the quantity is not what changed but what is there. */
    public static final StockKind COUNT = new StockKind("count");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public StockKind {
        if (!FORM.matcher(Objects.requireNonNull(wireName, "kind")).matches()) {
            throw new IllegalArgumentException("'" + wireName + "' is not a kind of stock movement");
        }
    }

    @Override
    public String toString() {
        return wireName;
    }
}
