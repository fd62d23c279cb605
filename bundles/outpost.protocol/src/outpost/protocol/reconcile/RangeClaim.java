package outpost.protocol.reconcile;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a till has in a range: either the fingerprints of its parts, or a manifest of its rows.
 *
 * @param parts {@link RangeSum#fingerprint()} of the range's 16 or 256 equal parts
 * @param manifest {@link outpost.protocol.Entity#digest()} of each row in it, as 16 hexadecimal digits
 */
public record RangeClaim(PlaceRange range, Optional<List<String>> parts, Optional<List<String>> manifest) {
    public RangeClaim {
        Objects.requireNonNull(range, "range");
        parts = parts.map(List::copyOf);
        manifest = manifest.map(List::copyOf);
        if (parts.isPresent() == manifest.isPresent()) {
            throw new IllegalArgumentException("a claim has either parts or a manifest");
        }
    }

    static RangeClaim ofParts(PlaceRange range, List<String> fingerprints) {
        return new RangeClaim(range, Optional.of(fingerprints), Optional.empty());
    }

    static RangeClaim ofManifest(PlaceRange range, List<String> digests) {
        return new RangeClaim(range, Optional.empty(), Optional.of(digests));
    }

    int hashes() {
        return parts.or(() -> manifest).orElseThrow().size();
    }
}
