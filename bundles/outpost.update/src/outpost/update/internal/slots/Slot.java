package outpost.update.internal.slots;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** One of the two places in which a whole till is installed. */
public enum Slot {
    A,
    B;

    static Optional<Slot> named(String folder) {
        return Arrays.stream(values())
                .filter(slot -> slot.folder().equals(folder))
                .findFirst();
    }

    public Slot other() {
        return this == A ? B : A;
    }

    /** Its folder's name. */
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
