package outpost.till.ui.internal.login;

import java.util.List;
import java.util.Optional;
import outpost.sales.Staff;
import outpost.sales.User;
import outpost.sales.WrongPinException;
import outpost.till.ui.internal.Refusals;
import outpost.widgets.Background;

/** Who stands at the till, and a PIN of which only the number of digits shows. Lives on the UI thread; PINs are looked at in the background. */
final class LoginModel {
    private static final int MOST_DIGITS = 12;

    private final Staff staff;
    private final Background background;
    private final LoginMessages messages;
    private final Refusals refusals;
    private Runnable changed = () -> {};
    private List<User> users = List.of();
    private Optional<User> selected = Optional.empty();
    private String digits = "";
    private String problem = "";
    private boolean busy;

    LoginModel(Staff staff, Background background, LoginMessages messages, Refusals refusals) {
        this.staff = staff;
        this.background = background;
        this.messages = messages;
        this.refusals = refusals;
    }

    void onChange(Runnable listener) {
        changed = listener;
    }

    /** Reads who can log in, and chooses the one who only locked the till. */
    void refresh() {
        selected = staff.locked();
        digits = "";
        problem = "";
        background.call(staff::users, this::known, this::failed);
        changed.run();
    }

    List<User> users() {
        return users;
    }

    Optional<User> selected() {
        return selected;
    }

    /** Whether somebody's ticket waits behind the lock. */
    boolean isLocked() {
        return staff.locked().isPresent();
    }

    int digits() {
        return digits.length();
    }

    /** A sentence for the cashier; empty if there is nothing to say. */
    String problem() {
        return problem;
    }

    /** Whether a PIN is being looked at. */
    boolean isBusy() {
        return busy;
    }

    boolean canSubmit() {
        return !busy && selected.isPresent() && !digits.isEmpty();
    }

    void select(User user) {
        if (!busy) {
            selected = Optional.of(user);
            digits = "";
            problem = "";
            changed.run();
        }
    }

    /** Arrow keys. */
    void move(int by) {
        if (!users.isEmpty()) {
            int place = selected.map(users::indexOf).orElse(-1);
            select(users.get(Math.max(0, Math.min(users.size() - 1, place + by))));
        }
    }

    void type(String typed) {
        boolean fits = typed.matches("[0-9]+") && digits.length() + typed.length() <= MOST_DIGITS;
        if (!busy && fits) {
            digits += typed;
            problem = "";
            changed.run();
        }
    }

    void deleteLast() {
        if (!busy && !digits.isEmpty()) {
            digits = digits.substring(0, digits.length() - 1);
            changed.run();
        }
    }

    void submit() {
        if (!canSubmit()) {
            problem = selected.isEmpty() ? messages.chooseFirst() : problem;
            changed.run();
            return;
        }
        String id = selected.get().id();
        String pin = digits;
        busy = true;
        digits = "";
        problem = "";
        changed.run();
        background.call(() -> staff.logIn(id, pin), user -> came(), this::refused);
    }

    private void known(List<User> found) {
        users = found;
        selected = selected.filter(users::contains)
                .or(() -> users.size() == 1 ? Optional.of(users.get(0)) : Optional.empty());
        changed.run();
    }

    private void came() {
        busy = false;
        selected = Optional.empty();
        changed.run();
    }

    private void refused(RuntimeException failure) {
        busy = false;
        if (failure instanceof WrongPinException wrong) {
            long seconds = wrong.waitFor().toSeconds();
            problem = seconds > 0 ? messages.wrongPinWait(seconds) : messages.wrongPin();
        } else {
            problem = messages.failed(refusals.sentence(failure));
        }
        changed.run();
    }

    private void failed(RuntimeException failure) {
        problem = messages.failed(refusals.sentence(failure));
        changed.run();
    }
}
