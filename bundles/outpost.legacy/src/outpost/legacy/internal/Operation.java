package outpost.legacy.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import outpost.protocol.Json;
import outpost.protocol.MalformedMessageException;
import outpost.protocol.Sha256;

/**
 * Something that the earlier till had not sent.
 *
 * @param receipt the receipt that it is about, by its id or number, where it tells of a sale
 */
record Operation(String id, String type, Optional<String> receipt, String payload) {
    private static final Pattern OF_A_SALE = Pattern.compile(
            "(sale|refund|return|receipt|ticket|transaction|order)([._-]?(new|add(ed)?|creat(e|ed)|complet(e|ed)))?");
    private static final Set<String> SENT =
            Set.of("sent", "acknowledged", "acked", "ack", "synced", "delivered", "done", "completed", "success");

    static Operation of(LegacyRow row) {
        String payload = row.text("payload", "data", "body", "content").orElse("");
        String type = row.text("type", "event_type", "operation", "entity_type", "kind")
                .orElse("")
                .toLowerCase(Locale.ROOT);
        Optional<String> receipt =
                row.text("receipt_id", "entity_id", "aggregate_id").or(() -> receiptIn(payload));
        return new Operation(
                row.required("id", "event_id", "local_event_id"),
                type,
                OF_A_SALE.matcher(type).matches() ? receipt : Optional.empty(),
                payload);
    }

    /** A state that is not known to mean that it arrived does not mean that. */
    static boolean isUnsent(LegacyRow row) {
        return row.text("sent_at", "acknowledged_at", "synced_at").isEmpty()
                && row.text("state", "status", "sync_status")
                        .map(state -> !SENT.contains(state.toLowerCase(Locale.ROOT)))
                        .orElse(true);
    }

    boolean isOfASale() {
        return OF_A_SALE.matcher(type).matches();
    }

    /** What makes it the same in another run. */
    String digest() {
        return Sha256.hex(String.join("\n", "outpost-earlier-operation", type, id, payload));
    }

    private static Optional<String> receiptIn(String payload) {
        try {
            JsonNode json = Json.read(payload, JsonNode.class);
            for (String name : new String[] {"receipt_id", "receiptId", "receipt_number", "receiptNumber"}) {
                if (json.hasNonNull(name)) {
                    return Optional.of(json.get(name).asText());
                }
            }
            return Optional.empty();
        } catch (MalformedMessageException noJson) {
            return Optional.empty();
        }
    }
}
