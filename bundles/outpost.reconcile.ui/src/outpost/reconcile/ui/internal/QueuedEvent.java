package outpost.reconcile.ui.internal;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import outpost.outbox.OutboxEntry;
import outpost.protocol.ErrorCode;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.protocol.MalformedMessageException;
import outpost.protocol.SalePayload;
import outpost.values.EventKey;

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
    /** @param locale for time and amount */
    static QueuedEvent of(OutboxEntry entry, QueueMessages messages, Locale locale) {
        Optional<SalePayload> sale = sale(entry);
        boolean parked = entry.state() == OutboxEntry.State.PARKED;
        return new QueuedEvent(
                entry.event().key(),
                parked,
                title(entry.event().type(), messages),
                sale.map(SalePayload::receiptNumber).orElse(""),
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(ZonedDateTime.parse(entry.event().occurredAt())),
                sale.map(content -> amount(content, locale)).orElse(""),
                state(entry, messages),
                reason(entry, messages),
                advice(entry, parked, messages),
                technical(entry, messages));
    }

    private static Optional<SalePayload> sale(OutboxEntry entry) {
        try {
            return Optional.of(Json.read(entry.event().payload(), SalePayload.class));
        } catch (MalformedMessageException e) {
            // It may be in the queue for this very reason, and must be shown all the same.
            return Optional.empty();
        }
    }

    private static String title(EventType type, QueueMessages messages) {
        if (type.equals(EventType.SALE)) {
            return messages.sale();
        }
        return type.equals(EventType.REFUND) ? messages.refund() : messages.otherEvent();
    }

    private static String amount(SalePayload sale, Locale locale) {
        Currency currency = Currency.getInstance(sale.currency());
        int digits = currency.getDefaultFractionDigits();
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(BigDecimal.valueOf(sale.totalMinor(), digits));
    }

    private static String state(OutboxEntry entry, QueueMessages messages) {
        return switch (entry.state()) {
            case PENDING, HELD -> messages.stateWaiting();
            case SENDING -> messages.stateSending();
            case ACKNOWLEDGED -> messages.stateDelivered();
            case PARKED -> messages.stateParked();
            case SUPERSEDED -> messages.stateSuperseded();
            case DISCARDED -> messages.stateDiscarded();
        };
    }

    private static String reason(OutboxEntry entry, QueueMessages messages) {
        if (entry.code().isEmpty()) {
            return messages.goesWithLine();
        }
        String code = entry.code().get();
        if (ErrorCode.POS_SYNC_EVENT_INVALID.name().equals(code)) {
            return messages.contradiction();
        }
        if (ErrorCode.POS_SYNC_EVENT_FORK.name().equals(code)) {
            return messages.fork();
        }
        return entry.reason().orElse(messages.refusedByCloud());
    }

    private static String advice(OutboxEntry entry, boolean parked, QueueMessages messages) {
        if (!parked) {
            return messages.nothingToDo();
        }
        boolean fork = entry.code()
                .filter(ErrorCode.POS_SYNC_EVENT_FORK.name()::equals)
                .isPresent();
        return fork ? messages.adviseFork() : messages.adviseParked();
    }

    private static String technical(OutboxEntry entry, QueueMessages messages) {
        String event = messages.event(entry.event().key().toString());
        return entry.code()
                .map(code -> code + entry.reason().map(text -> ": " + text).orElse("") + "\n"
                        + messages.refusals(entry.attempts()) + "\n" + event)
                .orElse(event);
    }
}
