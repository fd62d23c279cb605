package outpost.values;

import java.util.Comparator;
import java.util.Objects;

/**
 * Names one change for ever: who made it, and the how manieth of theirs it was.
 *
 * @param actor whoever counts for itself: the posId of a till's file, or the cloud
 * @param n rises with each change of that actor, not necessarily by one; 0 stands for what was there before anybody counted
 */
public record Dot(String actor, long n) implements Comparable<Dot> {
    private static final Comparator<Dot> ORDER =
            Comparator.comparing(Dot::actor).thenComparingLong(Dot::n);

    public Dot {
        Id.checked("actor", Objects.requireNonNull(actor, "actor"));
        if (n < 0) {
            throw new IllegalArgumentException("n is " + n + ", must not be negative");
        }
    }

    @Override
    public int compareTo(Dot other) {
        return ORDER.compare(this, other);
    }
}
