package outpost.reconcile.ui.internal.room;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import outpost.outbox.Outbox.Subscription;
import outpost.sales.Approval;
import outpost.sales.Deed;
import outpost.sales.Demand;
import outpost.sales.Grounds;
import outpost.sales.NotAllowedException;
import outpost.sales.Right;
import outpost.sales.Staff;
import outpost.sales.Supervision;
import outpost.sales.Supervisor;
import outpost.sales.User;
import outpost.sales.WrongPinException;
import outpost.widgets.Background;
import outpost.widgets.Messages;

/** A till whose manager is called Manager and has the PIN 4711; everything happens at once, and deeds are noted in memory. */
public final class OpenDoor implements Supervision, Staff {
    private static final User MANAGER = new User("m", "Manager", "manager");

    private final List<String> deeds = new ArrayList<>();
    private final Map<UUID, Supervisor> inside = new HashMap<>();
    private boolean managerIsPresent = true;
    private Room last;

    /** A room into which the one at the till has walked, if they may. */
    public Room room() {
        last = new Room(
                Right.RECONCILE,
                this,
                this,
                new Background(Runnable::run, Runnable::run, failure -> true),
                Messages.of(RoomMessages.class, () -> Locale.UK));
        last.knock();
        return last;
    }

    /** The room that was made last. */
    public Room last() {
        return last;
    }

    /** From now on a cashier stands at the till. */
    public OpenDoor withCashier() {
        managerIsPresent = false;
        return this;
    }

    /** What was done, each as {@code kind subject fields}. */
    public List<String> deeds() {
        return List.copyOf(deeds);
    }

    /** As when the till locks. */
    public void sendOut() {
        inside.clear();
    }

    @Override
    public Supervisor open(Right right, Grounds grounds) {
        if (!managerIsPresent && grounds.approval().isEmpty()) {
            throw new NotAllowedException(Demand.of(right));
        }
        Supervisor supervisor = new Supervisor(UUID.randomUUID(), MANAGER.id(), MANAGER.name(), right);
        inside.put(supervisor.id(), supervisor);
        return supervisor;
    }

    @Override
    public boolean isOpen(Supervisor supervisor) {
        return inside.containsKey(supervisor.id());
    }

    @Override
    public void leave(Supervisor supervisor) {
        inside.remove(supervisor.id());
    }

    @Override
    public void note(Supervisor supervisor, Deed deed) {
        deeds.add(deed.kind() + " " + deed.subject() + " " + deed.fields());
    }

    @Override
    public List<User> approvers(Demand demand) {
        return List.of(MANAGER);
    }

    @Override
    public Approval approve(String userId, String pin, Demand demand) {
        if (!pin.equals("4711")) {
            throw new WrongPinException(Duration.ZERO, true);
        }
        return new Approval(UUID.randomUUID(), MANAGER.id(), MANAGER.name(), demand);
    }

    @Override
    public List<User> users() {
        return List.of(MANAGER);
    }

    @Override
    public boolean isOpenTill() {
        return false;
    }

    @Override
    public Optional<User> present() {
        return Optional.of(MANAGER);
    }

    @Override
    public Optional<User> locked() {
        return Optional.empty();
    }

    @Override
    public User logIn(String userId, String pin) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void logOut() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void lock() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean may(Demand demand) {
        return managerIsPresent;
    }

    @Override
    public Subscription onChange(Runnable listener) {
        return () -> {};
    }
}
