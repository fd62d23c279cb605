package outpost.protocol;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import outpost.values.Dot;
import outpost.values.VersionVector;

/**
 * What is known of one field of a product: the values that nobody has replaced knowingly, and which changes are dealt with. Immutable; {@link #merge} is
 * commutative, associative and idempotent, so that whoever has seen the same changes has the same state, in whatever order, grouping and number they came.
 *
 * <p>Source: the multi-value register of Almeida, Shoker and Baquero, "Delta State Replicated Data Types" (JPDC 2018). A version vector says exactly what was
 * seen, as each actor knows its own earlier changes of a field.
 *
 * @param siblings sorted by dot; none: the product was deleted
 * @param seen covers the siblings and all that they replaced
 */
public record FieldState(List<Sibling> siblings, VersionVector seen) {
    /** Nothing is known. */
    public static final FieldState EMPTY = new FieldState(List.of(), VersionVector.EMPTY);

    public FieldState {
        Objects.requireNonNull(seen, "seen");
        siblings = siblings.stream().sorted(Comparator.comparing(Sibling::dot)).toList();
        if (siblings.stream().anyMatch(sibling -> !seen.covers(sibling.dot()))) {
            throw new IllegalArgumentException("a sibling is not among what was seen");
        }
    }

    /** One change and what its writer had seen of the field: merged into a state, it is that change applied. */
    public static FieldState change(Sibling sibling, VersionVector seenByItsWriter) {
        return new FieldState(List.of(sibling), seenByItsWriter.with(sibling.dot()));
    }

    /** What follows from both. */
    public FieldState merge(FieldState other) {
        SortedMap<Dot, Sibling> kept = new TreeMap<>();
        siblings.stream().filter(sibling -> other.keeps(sibling)).forEach(sibling -> keep(kept, sibling));
        other.siblings.stream().filter(sibling -> keeps(sibling)).forEach(sibling -> keep(kept, sibling));
        return new FieldState(List.copyOf(kept.values()), seen.join(other.seen));
    }

    /** The state after somebody who has seen all of this has written a value. */
    public FieldState written(Sibling sibling) {
        return change(sibling, seen);
    }

    /** The state after the product was deleted by somebody who has seen all of this. */
    public FieldState cleared() {
        return new FieldState(List.of(), seen);
    }

    /** The value that holds, as long as nobody decides otherwise; empty where the product is deleted. */
    public Optional<Sibling> standing(ProductField.Policy policy) {
        return switch (policy) {
            case LAST_WRITER -> siblings.stream().max(Sibling.BY_TIME);
            case MANUAL -> siblings.stream()
                    .filter(Sibling::isOfTheCloud)
                    .findFirst()
                    .or(() -> siblings.stream().min(Sibling.BY_TIME));
        };
    }

    /** Whether a person has to decide. */
    public boolean isInConflict(ProductField.Policy policy) {
        return policy == ProductField.Policy.MANUAL
                && siblings.stream().map(Sibling::value).distinct().count() > 1;
    }

    private boolean keeps(Sibling sibling) {
        return !seen.covers(sibling.dot())
                || siblings.stream().anyMatch(mine -> mine.dot().equals(sibling.dot()));
    }

    /** Only copies of one till's file can write one dot twice; then one of both is taken everywhere. */
    private static void keep(SortedMap<Dot, Sibling> kept, Sibling sibling) {
        kept.merge(sibling.dot(), sibling, (one, two) -> Sibling.BY_TIME.compare(one, two) >= 0 ? one : two);
    }
}
