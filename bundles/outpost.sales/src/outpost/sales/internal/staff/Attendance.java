package outpost.sales.internal.staff;

import java.util.Optional;
import outpost.sales.User;

/** Who is at the till at one moment. */
record Attendance(Optional<User> user, boolean locked) {
    static final Attendance NOBODY = new Attendance(Optional.empty(), false);

    static Attendance of(User user) {
        return new Attendance(Optional.of(user), false);
    }

    Optional<User> present() {
        return locked ? Optional.empty() : user;
    }
}
