package outpost.sales.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import outpost.sales.Demand;
import outpost.sales.Drawer;
import outpost.sales.Grounds;
import outpost.sales.Right;
import outpost.sales.User;
import outpost.sales.internal.journal.Act;
import outpost.sales.internal.journal.Journal;
import outpost.sales.internal.staff.PinStaff;
import outpost.store.Store;

/** Lets the drawer be opened only by whom it may, and never unseen. */
@Component
public final class JournalledDrawer implements Drawer {
    private final Store store;
    private final Journal journal;
    private final PinStaff staff;

    @Activate
    public JournalledDrawer(@Reference Store store, @Reference Journal journal, @Reference PinStaff staff) {
        this.store = store;
        this.journal = journal;
        this.staff = staff;
    }

    @Override
    public void open(Grounds grounds) {
        User user = staff.require(Demand.of(Right.OPEN_DRAWER), grounds);
        store.write(transaction -> {
            journal.enter(transaction, Act.of(journal.now(), "drawer", "", user).because(grounds));
            return user;
        });
        staff.spend(grounds);
    }
}
