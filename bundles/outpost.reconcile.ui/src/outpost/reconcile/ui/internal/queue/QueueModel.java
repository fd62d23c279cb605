package outpost.reconcile.ui.internal.queue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import outpost.outbox.Outbox;
import outpost.outbox.OutboxEntry;
import outpost.protocol.Synchroniser;
import outpost.reconcile.ui.internal.words.Words;
import outpost.room.Room;
import outpost.sales.Deed;
import outpost.values.EventKey;
import outpost.widgets.Notice;
import outpost.widgets.ask.Question;

/** What waits and what was refused, and what can be done about it. Lives on the UI thread; reads in the background. */
public final class QueueModel {
    private static final int MOST_ROWS = 500;

    private final Room room;
    private final Outbox outbox;
    private final Supplier<Optional<Synchroniser>> synchroniser;
    private final QueueMessages messages;
    private final Words words;
    private final Supplier<Locale> locale;
    private Runnable changed = () -> {};
    private List<QueuedEvent> events = List.of();
    private List<QueuedEvent> shown = List.of();
    private Show filter = Show.ALL;
    private String wanted = "";
    private boolean asWritten;
    private boolean reading;
    private Optional<EventKey> selected = Optional.empty();

    /** Which of the queue's events are shown. */
    public enum Show {
        ALL,
        PARKED,
        WAITING
    }

    /**
     * @param synchroniser empty where the sync unit is not installed
     * @param locale for times and amounts
     */
    public QueueModel(
            Room room,
            Outbox outbox,
            Supplier<Optional<Synchroniser>> synchroniser,
            QueueMessages messages,
            Words words,
            Supplier<Locale> locale) {
        this.room = room;
        this.outbox = outbox;
        this.synchroniser = synchroniser;
        this.messages = messages;
        this.words = words;
        this.locale = locale;
    }

    void onChange(Runnable listener) {
        changed = listener;
    }

    /** Takes a new picture, unless one is being taken. */
    void refresh() {
        if (!reading) {
            reading = true;
            room.read(this::take, this::arrived);
        }
    }

    /** Those that pass the filter and have each word that was typed; what needs a person first. */
    List<QueuedEvent> shown() {
        return shown;
    }

    /** Whether anything is in the queue, be it shown or not. */
    boolean isEmpty() {
        return events.isEmpty();
    }

    Show filter() {
        return filter;
    }

    void show(Show wantedKind) {
        filter = wantedKind;
        sift();
    }

    String wanted() {
        return wanted;
    }

    void search(String text) {
        wanted = text;
        sift();
    }

    /** Whether the selected event is shown as it was written, and not in words. */
    boolean isAsWritten() {
        return asWritten;
    }

    void toggleWritten() {
        asWritten = !asWritten;
        changed.run();
    }

    /** The selected row's place; the first one where the selected event has left; -1 if there is none. */
    int selected() {
        List<QueuedEvent> rows = shown();
        for (int place = 0; place < rows.size(); place++) {
            if (selected.equals(Optional.of(rows.get(place).key()))) {
                return place;
            }
        }
        return rows.isEmpty() ? -1 : 0;
    }

    Optional<QueuedEvent> selectedEvent() {
        int place = selected();
        return place < 0 ? Optional.empty() : Optional.of(shown().get(place));
    }

    void select(int place) {
        selected = Optional.of(shown().get(place).key());
        changed.run();
    }

    void move(int by) {
        int rows = shown().size();
        if (rows > 0) {
            select(Math.max(0, Math.min(rows - 1, selected() + by)));
        }
    }

    boolean canSync() {
        return synchroniser.get().isPresent();
    }

    void syncNow() {
        room.act(Deed.of("sync_now", ""), this::askForCycle, by -> refresh());
    }

    /** Whether the selected event was refused, so that a person may send it again or give it up. */
    boolean canDecide() {
        return selectedEvent().filter(QueuedEvent::parked).isPresent();
    }

    /** Sends the selected event again, at once where the line is up. */
    void replay() {
        selectedEvent().filter(QueuedEvent::parked).ifPresent(event -> {
            Deed deed = Deed.of("event_replayed", event.key().toString()).with("name", named(event));
            room.act(
                    deed,
                    by -> {
                        outbox.replay(event.key());
                        return askForCycle(by);
                    },
                    by -> {
                        room.say(Notice.hint(messages.sentAgain()));
                        refresh();
                    });
        });
    }

    /** Asks why, and gives the selected event up; the journal learns of it from the event that says so. */
    void giveUp() {
        selectedEvent().filter(QueuedEvent::parked).ifPresent(event -> room.dialogue()
                .ask(new Question.Words(
                        messages.giveUpTitle(),
                        messages.giveUpLine(named(event)),
                        messages.reason(),
                        "",
                        false,
                        reason -> giveUp(event, reason))));
    }

    private void giveUp(QueuedEvent event, String reason) {
        room.actNotedElsewhere(
                by -> {
                    outbox.discard(event.key(), reason, by);
                    return by;
                },
                by -> {
                    room.say(Notice.hint(messages.gaveUp(named(event))));
                    refresh();
                });
    }

    private String askForCycle(String by) {
        synchroniser.get().ifPresent(Synchroniser::syncNow);
        return by;
    }

    private static String named(QueuedEvent event) {
        return (event.title() + " " + event.number()).strip();
    }

    private List<QueuedEvent> take() {
        List<OutboxEntry> parked = outbox.entries(List.of(OutboxEntry.State.PARKED), MOST_ROWS);
        List<OutboxEntry> waiting =
                outbox.entries(List.of(OutboxEntry.State.SENDING, OutboxEntry.State.PENDING), MOST_ROWS);
        return Stream.concat(parked.stream(), waiting.stream())
                .map(entry -> QueuedEvent.of(entry, messages, words, locale.get()))
                .toList();
    }

    private void arrived(List<QueuedEvent> taken) {
        reading = false;
        events = taken;
        sift();
    }

    private void sift() {
        List<String> typed = Stream.of(wanted.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        shown = events.stream()
                .filter(event -> filter == Show.ALL || event.parked() == (filter == Show.PARKED))
                .filter(event -> event.has(typed))
                .toList();
        changed.run();
    }
}
