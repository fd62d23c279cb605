package outpost.values;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What somebody has seen: of each actor all changes up to one of them. Immutable; {@link #join} is commutative, associative and idempotent.
 *
 * <p>Source: Parker et al., "Detection of Mutual Inconsistency in Distributed Systems" (IEEE TSE 1983).
 *
 * @param counters by actor, sorted; an actor of whom nothing was seen is not in it
 */
public record VersionVector(SortedMap<String, Long> counters) {
    public static final VersionVector EMPTY = new VersionVector(new TreeMap<>());

    public VersionVector {
        counters = Collections.unmodifiableSortedMap(new TreeMap<>(counters));
        counters.forEach((actor, n) -> {
            if (new Dot(actor, Objects.requireNonNull(n, actor)).n() == 0) {
                throw new IllegalArgumentException(actor + " is counted with 0");
            }
        });
    }

    /** What is up to one of an actor's changes, and nothing else. */
    public static VersionVector of(Dot dot) {
        return EMPTY.with(dot);
    }

    /** Whether that change was seen; what was there before anybody counted, everybody has seen. */
    public boolean covers(Dot dot) {
        return counters.getOrDefault(dot.actor(), 0L) >= dot.n();
    }

    /** This, and all changes of that actor up to the dot. */
    public VersionVector with(Dot dot) {
        if (covers(dot)) {
            return this;
        }
        SortedMap<String, Long> more = new TreeMap<>(counters);
        more.put(dot.actor(), dot.n());
        return new VersionVector(more);
    }

    /** What one of both has seen. */
    public VersionVector join(VersionVector other) {
        SortedMap<String, Long> more = new TreeMap<>(counters);
        other.counters.forEach((actor, n) -> more.merge(actor, n, Math::max));
        return new VersionVector(more);
    }

    /** How many actors it knows. */
    public int size() {
        return counters.size();
    }
}
