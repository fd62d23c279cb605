package outpost.protocol;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import outpost.values.VersionVector;

/**
 * A field of a product that was changed at several places at once, and about which a person has to decide. Whoever knows of the same changes gives it the same
 * id; a further change makes it another conflict, so that nobody decides about what he has not seen.
 *
 * @param standing the value that holds meanwhile
 * @param values the values to choose from; another one may be given as well
 * @param seen what a decision replaces
 */
public record ProductConflict(
        String id,
        String productId,
        ProductField field,
        Optional<String> standing,
        List<Sibling> values,
        VersionVector seen) {
    private static final int ID_DIGITS = 32;

    public ProductConflict {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(productId, "productId");
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(standing, "standing");
        values = List.copyOf(values);
        Objects.requireNonNull(seen, "seen");
    }

    static ProductConflict of(String productId, ProductField field, FieldState state) {
        String siblings = state.siblings().stream()
                .map(sibling -> sibling.dot().actor() + "\n" + sibling.dot().n())
                .collect(Collectors.joining("\n"));
        return new ProductConflict(
                Sha256.hex(String.join("\n", productId, field.wireName(), siblings))
                        .substring(0, ID_DIGITS),
                productId,
                field,
                state.standing(field.policy()).flatMap(Sibling::value),
                state.siblings(),
                state.seen());
    }
}
