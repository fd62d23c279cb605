package outpost.room;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import outpost.sales.Deed;
import outpost.sales.Demand;
import outpost.sales.Grounds;
import outpost.sales.NotAllowedException;
import outpost.sales.RefusedException;
import outpost.sales.Right;
import outpost.sales.Staff;
import outpost.sales.Supervision;
import outpost.sales.Supervisor;
import outpost.sales.User;
import outpost.sales.WrongPinException;
import outpost.store.StoreException;
import outpost.widgets.Background;
import outpost.widgets.Notice;
import outpost.widgets.ask.Dialogue;
import outpost.widgets.ask.Question;

/**
 * A manager's work behind a door that a PIN opens: who is in, what is asked, what was said, which page is open. Every act goes through it, and so into the
 * journal before it has its effect. Lives on the UI thread.
 */
public final class Room {
    private final Right right;
    private final Staff staff;
    private final Supervision supervision;
    private final Background background;
    private final RoomMessages messages;
    private final Dialogue dialogue = new Dialogue(this::fireChanged);
    private Runnable changed = () -> {};
    private Optional<Supervisor> inside = Optional.empty();
    private Optional<Notice> notice = Optional.empty();
    private boolean knocking;
    private int page;

    /** @param right that opens the door */
    public Room(Right right, Staff staff, Supervision supervision, Background background, RoomMessages messages) {
        this.right = right;
        this.staff = staff;
        this.supervision = supervision;
        this.background = background;
        this.messages = messages;
    }

    /** Whether it is the till's answer, and no fault of the till. */
    public static boolean isRefusal(RuntimeException failure) {
        return failure instanceof RefusedException
                || failure instanceof NotAllowedException
                || failure instanceof WrongPinException;
    }

    public void onChange(Runnable listener) {
        changed = listener;
    }

    public void fireChanged() {
        changed.run();
    }

    public Dialogue dialogue() {
        return dialogue;
    }

    public Optional<Notice> notice() {
        return notice;
    }

    public void say(Notice said) {
        notice = Optional.of(said);
        fireChanged();
    }

    /** Who is in; they may have been sent out meanwhile. */
    public Optional<Supervisor> inside() {
        return inside.filter(supervision::isOpen);
    }

    public int page() {
        return page;
    }

    public void go(int place) {
        page = place;
        notice = Optional.empty();
        fireChanged();
    }

    /** Somebody comes: whose own role has the right walks in, another one is asked for the PIN of somebody who has it. */
    public void knock() {
        if (inside().isEmpty() && !knocking && dialogue.question().isEmpty()) {
            notice = Optional.empty();
            enter(Grounds.NONE);
        }
    }

    /** The work is left: the next one has to knock. */
    public void leave() {
        inside.ifPresent(supervision::leave);
        inside = Optional.empty();
        notice = Optional.empty();
        page = 0;
        dialogue.question().ifPresent(asked -> dialogue.giveUp());
    }

    /** Reads in the background. */
    public <T> void read(Supplier<T> work, Consumer<T> then) {
        background.call(work, then, this::failed);
    }

    /**
     * Enters the deed in the journal and does it, both in the background.
     *
     * @param effect hears the name of who does it
     */
    public <T> void act(Deed deed, Function<String, T> effect, Consumer<T> then) {
        act(deed, effect, then, () -> {});
    }

    /** @param ended comes first, however it went */
    public <T> void act(Deed deed, Function<String, T> effect, Consumer<T> then, Runnable ended) {
        asInside(
                who -> {
                    supervision.note(who, deed);
                    return effect.apply(who.name());
                },
                then,
                ended);
    }

    /**
     * Does in the background what enters itself in the journal.
     *
     * @param effect hears the name of who does it
     */
    public <T> void actNotedElsewhere(Function<String, T> effect, Consumer<T> then) {
        asInside(who -> effect.apply(who.name()), then, () -> {});
    }

    private <T> void asInside(Function<Supervisor, T> work, Consumer<T> then, Runnable ended) {
        Optional<Supervisor> who = inside();
        if (who.isEmpty()) {
            ended.run();
            say(Notice.problem(messages.notDone(messages.leftMeanwhile())));
            return;
        }
        background.call(
                () -> work.apply(who.get()),
                done -> {
                    ended.run();
                    then.accept(done);
                },
                failure -> {
                    ended.run();
                    failed(failure);
                });
    }

    private void enter(Grounds grounds) {
        knocking = true;
        background.call(() -> supervision.open(right, grounds), this::entered, failure -> {
            knocking = false;
            if (failure instanceof NotAllowedException) {
                askForPin(Optional.empty());
            } else {
                failed(failure);
            }
        });
    }

    private void entered(Supervisor supervisor) {
        knocking = false;
        inside = Optional.of(supervisor);
        notice = Optional.empty();
        fireChanged();
    }

    private void askForPin(Optional<String> problem) {
        background.call(() -> staff.approvers(Demand.of(right)), people -> askForPin(people, problem), this::failed);
    }

    private void askForPin(List<User> people, Optional<String> problem) {
        if (people.isEmpty()) {
            say(Notice.problem(messages.nobodyMay()));
            return;
        }
        List<Question.Person> persons = people.stream()
                .map(user -> new Question.Person(user.id(), user.name(), user.role()))
                .toList();
        dialogue.ask(
                new Question.Pin(messages.pinNeeded(), messages.pinFor(), persons, problem, this::tryPin), () -> {});
    }

    private void tryPin(Question.Person person, String digits) {
        background.call(
                () -> staff.approve(person.id(), digits, Demand.of(right)),
                approval -> enter(Grounds.NONE.approvedBy(approval)),
                failure -> {
                    if (failure instanceof WrongPinException wrong) {
                        askForPin(Optional.of(sentence(wrong)));
                    } else {
                        failed(failure);
                    }
                });
    }

    private void failed(RuntimeException failure) {
        say(Notice.problem(messages.notDone(sentence(failure))));
    }

    private String sentence(WrongPinException wrong) {
        long seconds = wrong.waitFor().toSeconds();
        return seconds > 0 ? messages.wrongPinWait(Long.toString(seconds)) : messages.wrongPin();
    }

    private String sentence(RuntimeException failure) {
        if (failure instanceof RefusedException) {
            return messages.nobodyLoggedIn();
        }
        if (failure instanceof StoreException) {
            return messages.diskFailed();
        }
        return inside().isEmpty() ? messages.leftMeanwhile() : messages.unexpected();
    }
}
