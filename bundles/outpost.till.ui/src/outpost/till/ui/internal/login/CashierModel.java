package outpost.till.ui.internal.login;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import outpost.sales.Staff;
import outpost.sales.Training;
import outpost.sales.User;
import outpost.widgets.Background;

/** Who is at the till, and whether the till is shut. Lives on the UI thread. */
final class CashierModel {
    private final Staff staff;
    private final Training training;
    private final Background background;
    private final BooleanSupplier enrolled;
    private Runnable changed = () -> {};
    private Runnable drawn = () -> {};

    CashierModel(Staff staff, Training training, Background background, BooleanSupplier enrolled) {
        this.staff = staff;
        this.training = training;
        this.background = background;
        this.enrolled = enrolled;
    }

    /** Hears of every change, whatever is drawn at the moment. */
    void onChange(Runnable listener) {
        changed = listener;
    }

    /** Draws; each view takes the place of the one before. */
    void onDraw(Runnable listener) {
        drawn = listener;
    }

    void refresh() {
        changed.run();
        drawn.run();
    }

    /** Whether somebody must log in first. */
    boolean isShut() {
        return enrolled.getAsBoolean() && !staff.isOpenTill() && staff.present().isEmpty();
    }

    /** Who can lock the till; empty at an open one. */
    Optional<User> cashier() {
        return staff.isOpenTill() ? Optional.empty() : staff.present();
    }

    boolean isTraining() {
        return training.isOn();
    }

    void lock() {
        background.call(
                () -> {
                    staff.lock();
                    return true;
                },
                locked -> {},
                // It is locked all the same; that it could not be written down stands in the log.
                failure -> {});
    }
}
