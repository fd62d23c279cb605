package outpost.sales.internal.ticket;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import outpost.sales.Demand;
import outpost.sales.Grounds;
import outpost.sales.Refusal;
import outpost.sales.RefusedException;
import outpost.sales.Right;
import outpost.sales.Training;
import outpost.sales.User;
import outpost.sales.internal.journal.Act;
import outpost.sales.internal.journal.Journal;
import outpost.sales.internal.rules.Business;
import outpost.sales.internal.staff.PinStaff;
import outpost.store.Store;

/** Training, remembered in the database: a restart does not turn practice into sales. */
@Component
public final class TillTraining implements Training {
    private final Store store;
    private final Journal journal;
    private final Business business;
    private final PinStaff staff;
    private final Desk desk;

    @Activate
    public TillTraining(
            @Reference Store store,
            @Reference Journal journal,
            @Reference Business business,
            @Reference PinStaff staff,
            @Reference Desk desk) {
        this.store = store;
        this.journal = journal;
        this.business = business;
        this.staff = staff;
        this.desk = desk;
    }

    @Override
    public boolean isOn() {
        return desk.isTraining();
    }

    @Override
    public void begin(Grounds grounds) {
        User user = staff.require(Demand.of(Right.TRAINING), grounds);
        if (!business.trainingAllowed()) {
            throw new RefusedException(Refusal.TRAINING_NOT_ALLOWED);
        }
        turn(true, Act.of(journal.now(), "training_on", "", user).because(grounds));
        staff.spend(grounds);
    }

    @Override
    public void end() {
        User user = staff.present().orElse(User.ANYONE);
        turn(false, Act.of(journal.now(), "training_off", "", user));
    }

    private void turn(boolean on, Act act) {
        desk.betweenTickets(() -> {
            store.write(transaction -> {
                TillMarks.setTraining(transaction, on);
                journal.enter(transaction, act);
                return on;
            });
            desk.setTraining(on);
            return on;
        });
    }
}
