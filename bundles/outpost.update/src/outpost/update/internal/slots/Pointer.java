package outpost.update.internal.slots;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which slot the starter starts, in one line of text that the starter's few lines of shell can read and write: a slot, and why it is this one.
 *
 * @param reason empty where nothing is to be said of the other slot
 */
public record Pointer(Slot slot, Optional<Reason> reason) {
    /** What is to be said of the other slot. */
    public enum Reason {
        /** The slot was made by an update and has not been started; the other one is what ran before. */
        TRIAL,
        /** The slot has been started, and has not yet shown that it works. */
        TRIED,
        /** The other slot was tried and did not work. */
        UNDONE,
        /** A person left the other slot. */
        LEFT;

        private String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public static Pointer to(Slot slot) {
        return new Pointer(slot, Optional.empty());
    }

    public static Pointer to(Slot slot, Reason reason) {
        return new Pointer(slot, Optional.of(reason));
    }

    /** Empty if the line is none that was ever written. */
    public static Optional<Pointer> parse(String line) {
        List<String> words = Arrays.asList(line.strip().split(" "));
        Optional<Slot> slot = Slot.named(words.get(0));
        if (words.size() == 1) {
            return slot.map(Pointer::to);
        }
        Optional<Reason> reason = Arrays.stream(Reason.values())
                .filter(known -> known.word().equals(words.get(1)))
                .findFirst();
        boolean otherIsTheOther = words.size() == 3
                && slot.isPresent()
                && Slot.named(words.get(2)).equals(slot.map(Slot::other));
        return otherIsTheOther ? reason.map(why -> to(slot.get(), why)) : Optional.empty();
    }

    public boolean is(Reason asked) {
        return reason.filter(asked::equals).isPresent();
    }

    /** Whether an update waits for its proof. */
    public boolean isOnTrial() {
        return is(Reason.TRIAL) || is(Reason.TRIED);
    }

    /** The line. */
    public String line() {
        return slot.folder()
                + reason.map(why -> " " + why.word() + " " + slot.other().folder())
                        .orElse("");
    }
}
