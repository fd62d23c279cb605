package outpost.service.ui.internal.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import outpost.outbox.Outbox;
import outpost.room.Room;
import outpost.sales.Deed;
import outpost.sales.JournalFindings;
import outpost.sales.TillJournal;
import outpost.store.Store;
import outpost.update.Checkup;
import outpost.widgets.Notice;
import outpost.widgets.ask.Question;

/** How large and how whole this till's data are, and what of it is sent to whoever helps. Lives on the UI thread; reads in the background. */
public final class DataModel {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final String EXPORTS = "exports";

    private final Room room;
    private final Store store;
    private final Outbox outbox;
    private final TillJournal journal;
    private final Supplier<Optional<Checkup>> checkup;
    private final Clock clock;
    private final DataMessages messages;
    private Optional<Sizes> sizes = Optional.empty();
    private Optional<Verdict> verdict = Optional.empty();
    private boolean busy;

    /**
     * What was found in the database and in the journal.
     *
     * @param damages sentences in English; none if the database is whole
     */
    record Verdict(List<String> damages, JournalFindings journal) {}

    public DataModel(
            Room room,
            Store store,
            Outbox outbox,
            TillJournal journal,
            Supplier<Optional<Checkup>> checkup,
            Clock clock,
            DataMessages messages) {
        this.room = room;
        this.store = store;
        this.outbox = outbox;
        this.journal = journal;
        this.checkup = checkup;
        this.clock = clock;
        this.messages = messages;
    }

    Optional<Sizes> sizes() {
        return sizes;
    }

    /** Empty until it was checked. */
    Optional<Verdict> verdict() {
        return verdict;
    }

    boolean isBusy() {
        return busy;
    }

    boolean canCheck() {
        return !busy && checkup.get().isPresent();
    }

    void refresh() {
        room.read(() -> Sizes.of(store, outbox.counts()), read -> {
            sizes = Optional.of(read);
            room.fireChanged();
        });
    }

    /** Looks through the whole database, and through the journal's chain and signatures. */
    void check() {
        begin(Deed.of("service_database", ""), present -> new Verdict(present.database(), journal.verify()), found -> {
            verdict = Optional.of(found);
            room.fireChanged();
        });
    }

    /** Writes the file into this till's own folder of exports. */
    void export() {
        export(store.directory().resolve(EXPORTS));
    }

    /** Asks for another folder, as of a stick. */
    void exportElsewhere() {
        room.dialogue()
                .ask(new Question.Words(
                        messages.export(),
                        messages.exportWhere(),
                        "/media/usb",
                        "",
                        false,
                        folder -> export(Path.of(folder.strip()))));
    }

    private void export(Path folder) {
        Path zip = folder.resolve("logs-" + STAMP.format(LocalDateTime.now(clock)) + ".zip");
        begin(
                Deed.of("service_export", zip.toString()),
                present -> written(present, folder, zip),
                said -> room.say(said));
    }

    private Notice written(Checkup present, Path folder, Path zip) {
        try {
            Files.createDirectories(folder);
            return Notice.hint(messages.exported(Integer.toString(present.export(zip)), zip.toString()));
        } catch (IOException | UncheckedIOException e) {
            return Notice.problem(messages.notExported(folder.toString(), String.valueOf(e.getMessage())));
        }
    }

    private <T> void begin(Deed deed, Function<Checkup, T> work, Consumer<T> then) {
        Optional<Checkup> present = checkup.get();
        if (busy || present.isEmpty()) {
            return;
        }
        busy = true;
        room.act(deed, by -> work.apply(present.get()), then, () -> busy = false);
        room.fireChanged();
    }
}
