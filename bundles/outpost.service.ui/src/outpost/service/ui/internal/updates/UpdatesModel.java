package outpost.service.ui.internal.updates;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import outpost.room.Room;
import outpost.sales.Deed;
import outpost.sales.Shifts;
import outpost.update.FieldUpdates;
import outpost.update.FieldUpdates.Outcome;
import outpost.update.Installed;
import outpost.update.Installed.Next;
import outpost.widgets.Notice;
import outpost.widgets.ask.Question;
import outpost.widgets.ask.Question.Option;

/** What this till consists of, and how it becomes something newer or what it was. Lives on the UI thread; works in the background. */
public final class UpdatesModel {
    private final Room room;
    private final Supplier<Optional<FieldUpdates>> updates;
    private final Shifts shifts;
    private final Runnable restart;
    private final UpdateMessages messages;
    private Optional<Installed> installed = Optional.empty();
    private boolean shiftIsOpen;
    private boolean busy;

    /** What the disk says at one moment. */
    private record Seen(Optional<Installed> installed, boolean shiftIsOpen) {}

    /** @param restart ends the program so that the starter starts it again */
    public UpdatesModel(
            Room room,
            Supplier<Optional<FieldUpdates>> updates,
            Shifts shifts,
            Runnable restart,
            UpdateMessages messages) {
        this.room = room;
        this.updates = updates;
        this.shifts = shifts;
        this.restart = restart;
        this.messages = messages;
    }

    /** Empty where this till cannot be updated in the field. */
    Optional<Installed> installed() {
        return installed;
    }

    boolean isBusy() {
        return busy;
    }

    boolean isPinned() {
        return installed.filter(Installed::pinned).isPresent();
    }

    boolean canAct() {
        return !busy && installed.isPresent();
    }

    boolean canRollBack() {
        return canAct()
                && installed.get().beside().isPresent()
                && installed.get().next() != Next.GOES_BACK;
    }

    /** Whether a restart would change anything. */
    boolean canRestart() {
        return canAct() && installed.get().next() != Next.THE_SAME;
    }

    void refresh() {
        room.read(
                () -> new Seen(
                        updates.get().flatMap(FieldUpdates::installed),
                        shifts.current().isPresent()),
                seen -> {
                    installed = seen.installed();
                    shiftIsOpen = seen.shiftIsOpen();
                    room.fireChanged();
                });
    }

    void check() {
        begin(Deed.of("service_update_check", ""), known -> known.check(Optional.empty()), messages::thereIs);
    }

    void apply() {
        apply(Optional.empty());
    }

    /** Asks for a folder, as of a stick. */
    void applyFromFolder() {
        room.dialogue()
                .ask(new Question.Words(
                        messages.applyFrom(),
                        messages.applyFromWhere(),
                        "/media/usb/release",
                        "",
                        false,
                        folder -> apply(Optional.of(Path.of(folder.strip())))));
    }

    void rollBack() {
        confirm(
                messages.rollBack(),
                messages.rollBackLine(),
                () -> begin(Deed.of("service_rollback", ""), FieldUpdates::rollback, title -> messages.goesBack()));
    }

    void pin() {
        boolean pinned = !isPinned();
        begin(
                Deed.of("service_pin", Boolean.toString(pinned)),
                known -> known.pin(pinned),
                title -> pinned ? messages.pinnedNow() : messages.unpinnedNow());
    }

    /** A shift is no obstacle to the program, but a person should know of it. */
    void restart() {
        Runnable work = () -> room.act(Deed.of("service_restart", ""), by -> by, by -> restart.run());
        if (shiftIsOpen) {
            confirm(messages.restart(), messages.shiftIsOpen(), work);
        } else {
            work.run();
        }
    }

    private void apply(Optional<Path> folder) {
        Deed deed = Deed.of("service_update", folder.map(Path::toString).orElse(""));
        begin(deed, known -> known.apply(folder), messages::applied);
    }

    private void confirm(String title, String line, Runnable work) {
        room.dialogue().ask(new Question.Choice(title, line, List.of(Option.leading("yes", title, work))));
    }

    private void begin(Deed deed, Function<FieldUpdates, Outcome> work, Function<String, String> done) {
        Optional<FieldUpdates> known = updates.get();
        if (busy || known.isEmpty()) {
            return;
        }
        busy = true;
        room.act(
                deed,
                by -> work.apply(known.get()),
                outcome -> {
                    room.say(notice(outcome, done));
                    refresh();
                },
                () -> busy = false);
        room.fireChanged();
    }

    private Notice notice(Outcome outcome, Function<String, String> done) {
        return switch (outcome.kind()) {
            case DONE -> Notice.hint(done.apply(outcome.title()));
            case NOTHING -> Notice.hint(messages.nothingNewer());
            case REFUSED -> Notice.problem(messages.notInstalled(
                    new RefusalWords(messages).sentence(outcome.refusal().orElseThrow())));
        };
    }
}
