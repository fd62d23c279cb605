package outpost.reconcile.ui.internal;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import outpost.outbox.OutboxEntry;
import outpost.protocol.ErrorCode;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.protocol.MalformedMessageException;
import outpost.protocol.SalePayload;
import outpost.values.EventKey;
import outpost.values.Money;

/**
 * One event of the queue in a manager's words.
 *
 * @param title what happened
 * @param number of the receipt; empty if its content cannot be read
 * @param time when
 * @param amount what it was about; empty if its content cannot be read
 * @param state where it is
 * @param reason why it is there, in a sentence
 * @param advice what to do
 * @param technical what a technician asks for
 */
record QueuedEvent(
        EventKey key,
        boolean parked,
        String title,
        String number,
        String time,
        String amount,
        String state,
        String reason,
        String advice,
        String technical) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    static QueuedEvent of(OutboxEntry entry) {
        Optional<SalePayload> sale = sale(entry);
        boolean parked = entry.state() == OutboxEntry.State.PARKED;
        return new QueuedEvent(
                entry.event().key(),
                parked,
                entry.event().type() == EventType.REFUND ? "Refund" : "Sale",
                sale.map(SalePayload::receiptNumber).orElse(""),
                TIME.format(ZonedDateTime.parse(entry.event().occurredAt())),
                sale.map(content -> Money.of(content.currency(), content.totalMinor())
                                .toString())
                        .orElse(""),
                state(entry),
                reason(entry),
                advice(entry, parked),
                technical(entry));
    }

    private static Optional<SalePayload> sale(OutboxEntry entry) {
        try {
            return Optional.of(Json.read(entry.event().payload(), SalePayload.class));
        } catch (MalformedMessageException e) {
            // It may be in the queue for this very reason, and must be shown all the same.
            return Optional.empty();
        }
    }

    private static String state(OutboxEntry entry) {
        return switch (entry.state()) {
            case PENDING -> "Waiting";
            case SENDING -> "Being sent";
            case ACKNOWLEDGED -> "Delivered";
            case PARKED -> "Needs attention";
        };
    }

    private static String reason(OutboxEntry entry) {
        if (entry.code().isEmpty()) {
            return "Goes to the cloud as soon as the line is up.";
        }
        String code = entry.code().get();
        if (ErrorCode.POS_SYNC_EVENT_INVALID.name().equals(code)) {
            return "The cloud found a contradiction in it and did not book it.";
        }
        if (ErrorCode.POS_SYNC_EVENT_FORK.name().equals(code)) {
            return "The cloud already has another event under this number: this till's data was copied or put back.";
        }
        return entry.reason().orElse("The cloud refused it.");
    }

    private static String advice(OutboxEntry entry, boolean parked) {
        if (!parked) {
            return "Nothing to do. It is kept safely on this till.";
        }
        boolean fork = entry.code()
                .filter(ErrorCode.POS_SYNC_EVENT_FORK.name()::equals)
                .isPresent();
        return fork
                ? "Call your technician: this till must get a number range of its own. The event is kept here and at the cloud."
                : "Call your technician with the details below. When the cause is gone, send it again. The event is kept here and at the cloud.";
    }

    private static String technical(OutboxEntry entry) {
        String event = "event " + entry.event().key();
        return entry.code()
                .map(code -> code + entry.reason().map(text -> ": " + text).orElse("") + "\n"
                        + refusals(entry.attempts()) + "\n" + event)
                .orElse(event);
    }

    private static String refusals(int attempts) {
        return "refused " + attempts + (attempts == 1 ? " time" : " times");
    }
}
