package outpost.cloud.internal.sync;

import java.security.PublicKey;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import outpost.cloud.internal.StorableText;
import outpost.protocol.Event;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.protocol.MalformedMessageException;
import outpost.protocol.SaleLine;
import outpost.protocol.SalePayload;
import outpost.values.TerminalId;

/** Whether an event is authentic and its content fits together. The same event gets the same verdict whenever it comes. */
final class EventCheck {
    private static final int TIME_CHARS = 100;

    private final Map<TerminalId, PublicKey> keys;
    private final String currency;

    /**
     * @param keys those of the branch's enrolled terminals
     * @param currency the tenant's
     */
    EventCheck(Map<TerminalId, PublicKey> keys, String currency) {
        this.keys = Map.copyOf(keys);
        this.currency = currency;
    }

    /** @throws IllegalArgumentException saying what is wrong with the event */
    SalePayload sale(Event event) {
        PublicKey key = keys.get(event.terminalId());
        require(key != null, "the terminal is not enrolled");
        require(event.isAuthentic(Objects.requireNonNull(key)), "hash or signature is wrong");
        require(event.occurredAt().length() <= TIME_CHARS, "occurredAt is too long");
        StorableText.checked("payload", event.payload());
        try {
            SalePayload sale = Json.read(event.payload(), SalePayload.class);
            checkSale(event, sale);
            return sale;
        } catch (MalformedMessageException malformed) {
            throw new IllegalArgumentException("payload: " + malformed.getMessage(), malformed);
        }
    }

    private void checkSale(Event event, SalePayload sale) {
        require(sale.currency().equals(currency), "currency is " + sale.currency() + ", the tenant's is " + currency);
        require(event.type() != EventType.REFUND || sale.totalMinor() <= 0, "the total of a refund is positive");
        Stream.of(sale.receiptNumber(), sale.reference().orElse(""), sale.cashier())
                .forEach(text -> StorableText.checked("payload", text));
        sale.lines().forEach(EventCheck::checkLine);
    }

    private static void checkLine(SaleLine line) {
        StorableText.checked("productId", line.productId().orElse(""));
        StorableText.checked("code", line.code());
        StorableText.checked("name", line.name());
        StorableText.checked("taxRateId", line.taxRateId());
    }

    private static void require(boolean fits, String otherwise) {
        if (!fits) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
