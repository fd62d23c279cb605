package outpost.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an event tells. The order is the order of urgency in which a till sends them. */
public enum EventType {
    /** Goods sold; lines may come back within it. Payload: {@link SalePayload}. */
    @JsonProperty("sale")
    SALE,
    /** Goods taken back against money. Payload: {@link SalePayload} with negative totals. */
    @JsonProperty("refund")
    REFUND,
    /** A shift was closed. Payload: {@link ShiftReport}, the Z report. */
    @JsonProperty("shift")
    SHIFT,
    /** Something happened at the till that is no sale and must not be forgotten. Payload: {@link JournalEntry}. */
    @JsonProperty("journal")
    JOURNAL;

    /** The name on the wire and in both databases. */
    public String wireName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a name that this version does not know */
    public static EventType ofWireName(String name) {
        return valueOf(name.toUpperCase(java.util.Locale.ROOT));
    }
}
