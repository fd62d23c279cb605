package outpost.sales.internal.staff;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import outpost.outbox.Outbox.Subscription;
import outpost.sales.Approval;
import outpost.sales.Deed;
import outpost.sales.Demand;
import outpost.sales.Grounds;
import outpost.sales.Right;
import outpost.sales.Supervision;
import outpost.sales.Supervisor;
import outpost.sales.User;
import outpost.sales.internal.journal.Act;
import outpost.sales.internal.journal.Journal;
import outpost.store.Store;

/** Who was let in is remembered in memory only, beside whoever stood at the till then. */
@Component
public final class PinSupervision implements Supervision {
    private final Store store;
    private final Journal journal;
    private final PinStaff staff;
    private final Supplier<UUID> newId;
    private final Map<Supervisor, Optional<User>> inside = new ConcurrentHashMap<>();
    private final Subscription attendance;

    @Activate
    public PinSupervision(@Reference Store store, @Reference Journal journal, @Reference PinStaff staff) {
        this(store, journal, staff, UUID::randomUUID);
    }

    public PinSupervision(Store store, Journal journal, PinStaff staff, Supplier<UUID> newId) {
        this.store = store;
        this.journal = journal;
        this.staff = staff;
        this.newId = newId;
        attendance = staff.onChange(this::sendOut);
    }

    @Deactivate
    void close() {
        attendance.close();
    }

    @Override
    public Supervisor open(Right right, Grounds grounds) {
        User user = staff.require(Demand.of(right), grounds);
        Optional<Approval> approval = grounds.approval();
        Supervisor supervisor = new Supervisor(
                newId.get(),
                approval.map(Approval::userId).orElse(user.id()),
                approval.map(Approval::userName).orElse(user.name()),
                right);
        Act act = Act.of(journal.now(), "supervision", right.name(), user).because(grounds);
        enter(act);
        staff.spend(grounds);
        inside.put(supervisor, staff.present());
        return supervisor;
    }

    @Override
    public boolean isOpen(Supervisor supervisor) {
        return inside.containsKey(supervisor);
    }

    @Override
    public void leave(Supervisor supervisor) {
        inside.remove(supervisor);
    }

    @Override
    public void note(Supervisor supervisor, Deed deed) {
        if (!isOpen(supervisor)) {
            throw new IllegalStateException(supervisor.name() + " is not there any more");
        }
        User user = new User(supervisor.userId(), supervisor.name(), "");
        Act act = Act.of(journal.now(), deed.kind(), deed.subject(), user);
        for (Map.Entry<String, String> field : deed.fields().entrySet()) {
            act = act.with(field.getKey(), field.getValue());
        }
        enter(act);
    }

    private void enter(Act act) {
        store.write(transaction -> {
            journal.enter(transaction, act);
            return act;
        });
    }

    /** New settings from the cloud change nothing; another person, or none, does. */
    private void sendOut() {
        Optional<User> now = staff.present();
        inside.values().removeIf(then -> !then.equals(now));
    }
}
