package outpost.reconcile.ui.internal.queue;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import outpost.outbox.OutboxEntry;
import outpost.protocol.ErrorCode;
import outpost.protocol.Json;
import outpost.protocol.MalformedMessageException;
import outpost.protocol.SalePayload;
import outpost.reconcile.ui.internal.words.EventWords;
import outpost.reconcile.ui.internal.words.Words;
import outpost.values.EventKey;
import outpost.values.Money;
import outpost.values.TerminalId;
import outpost.widgets.Amounts;

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
 * @param content line by line what is in it
 * @param written as it was written, for a technician
 * @param lanes that have it on their disks too
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
        List<String> content,
        String written,
        List<String> lanes,
        String technical) {
    QueuedEvent {
        content = List.copyOf(content);
        lanes = List.copyOf(lanes);
    }

    /** @param locale for time and amount */
    static QueuedEvent of(OutboxEntry entry, QueueMessages messages, Words words, Locale locale) {
        Optional<SalePayload> sale = sale(entry);
        boolean parked = entry.state() == OutboxEntry.State.PARKED;
        return new QueuedEvent(
                entry.event().key(),
                parked,
                EventWords.title(entry.event().type(), words),
                sale.map(SalePayload::receiptNumber).orElse(""),
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(ZonedDateTime.parse(entry.event().occurredAt())),
                sale.map(paid -> Amounts.of(Money.of(paid.currency(), paid.totalMinor()), locale))
                        .orElse(""),
                state(entry, messages),
                reason(entry, messages),
                advice(entry, parked, messages),
                EventWords.content(entry.event(), words, locale),
                entry.event().payload(),
                entry.peers().stream().map(TerminalId::value).toList(),
                technical(entry, messages));
    }

    /** Whether it has each of these words somewhere. */
    boolean has(List<String> wanted) {
        String all = String.join(" ", title, number, time, amount, state, reason, String.join(" ", content), written)
                .toLowerCase(Locale.ROOT);
        return wanted.stream().allMatch(all::contains);
    }

    private static Optional<SalePayload> sale(OutboxEntry entry) {
        try {
            return Optional.of(Json.read(entry.event().payload(), SalePayload.class));
        } catch (MalformedMessageException e) {
            // It may be in the queue for this very reason, and must be shown all the same.
            return Optional.empty();
        }
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
