package outpost.catalog;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import outpost.protocol.ProductBody;
import outpost.protocol.ProductField;
import outpost.values.VersionVector;

/**
 * A product as a person sees it who is about to change it. What others change meanwhile is not replaced unseen: it was not in the draft.
 *
 * @param seen which changes of each field that was ever edited are in it
 * @param seenOfTheCloud all that the cloud had changed
 */
public record ProductDraft(
        String productId, ProductBody product, Map<ProductField, VersionVector> seen, VersionVector seenOfTheCloud) {
    public ProductDraft {
        Objects.requireNonNull(productId, "productId");
        Objects.requireNonNull(product, "product");
        seen = Map.copyOf(seen);
        Objects.requireNonNull(seenOfTheCloud, "seenOfTheCloud");
    }

    /** What its reader has seen of a field. */
    public VersionVector seen(ProductField field) {
        return Optional.ofNullable(seen.get(field)).orElse(VersionVector.EMPTY).join(seenOfTheCloud);
    }
}
