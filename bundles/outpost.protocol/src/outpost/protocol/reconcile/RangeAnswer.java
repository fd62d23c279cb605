package outpost.protocol.reconcile;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import outpost.protocol.Entity;

/**
 * What the cloud has in a range that differs: the fingerprints of its parts, or, where the till sent a manifest of few rows, the difference itself.
 *
 * @param parts {@link RangeSum#fingerprint()} of the range's 1, 16 or 256 equal parts
 */
public record RangeAnswer(PlaceRange range, Optional<List<String>> parts, Optional<Difference> difference) {
    public RangeAnswer {
        Objects.requireNonNull(range, "range");
        parts = parts.map(List::copyOf);
        if (parts.isPresent() == difference.isPresent()) {
            throw new IllegalArgumentException("an answer has either parts or a difference");
        }
    }

    /**
     * @param put rows that the manifest lacks
     * @param unknown digests of the manifest that the cloud has no row for
     */
    public record Difference(List<Entity> put, List<String> unknown) {
        public Difference {
            put = List.copyOf(put);
            unknown = List.copyOf(unknown);
        }
    }

    static RangeAnswer ofParts(PlaceRange range, List<String> fingerprints) {
        return new RangeAnswer(range, Optional.of(fingerprints), Optional.empty());
    }

    static RangeAnswer ofDifference(PlaceRange range, List<Entity> put, List<String> unknown) {
        return new RangeAnswer(range, Optional.empty(), Optional.of(new Difference(put, unknown)));
    }
}
