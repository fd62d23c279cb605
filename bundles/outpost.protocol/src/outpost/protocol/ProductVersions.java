package outpost.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Body of an {@link Entity#PRODUCT_VERSIONS}: what is known of the fields of one product that branches have edited. A field that is not in it has the value of
 * the {@link ProductBody}, and only the cloud ever changed it. Immutable; {@link #merge} is commutative, associative and idempotent.
 */
public record ProductVersions(Map<ProductField, FieldState> fields) {
    /** No branch edited the product. */
    public static final ProductVersions NONE = new ProductVersions(Map.of());

    public ProductVersions {
        Map<ProductField, FieldState> sorted = new EnumMap<>(ProductField.class);
        sorted.putAll(fields);
        fields = Collections.unmodifiableMap(sorted);
    }

    /** Leaves out fields that only a newer version knows, so that an older till goes on with the others. */
    @JsonCreator
    static ProductVersions read(@JsonProperty("fields") Map<String, FieldState> fields) {
        Map<ProductField, FieldState> known = new EnumMap<>(ProductField.class);
        fields.forEach((name, state) -> ProductField.find(name).ifPresent(field -> known.put(field, state)));
        return new ProductVersions(known);
    }

    /** What is known of a field; empty if no branch edited it. */
    public Optional<FieldState> field(ProductField field) {
        return Optional.ofNullable(fields.get(field));
    }

    /** These, with another state of one field. */
    public ProductVersions with(ProductField field, FieldState state) {
        Map<ProductField, FieldState> more = new EnumMap<>(ProductField.class);
        more.putAll(fields);
        more.put(field, state);
        return new ProductVersions(more);
    }

    /** What follows from both. */
    public ProductVersions merge(ProductVersions other) {
        ProductVersions merged = this;
        for (Map.Entry<ProductField, FieldState> field : other.fields.entrySet()) {
            FieldState mine = field(field.getKey()).orElse(FieldState.EMPTY);
            merged = merged.with(field.getKey(), mine.merge(field.getValue()));
        }
        return merged;
    }

    /** The product as it stands: conflicts leave the value that holds until they are decided. */
    public ProductBody over(ProductBody product) {
        Map<ProductField, Optional<String>> values = new EnumMap<>(ProductField.class);
        fields.forEach((field, state) ->
                state.standing(field.policy()).ifPresent(standing -> values.put(field, standing.value())));
        return ProductField.with(product, values);
    }

    /** What a person has to decide. */
    public List<ProductConflict> conflicts(String productId) {
        List<ProductConflict> conflicts = new ArrayList<>();
        fields.forEach((field, state) -> {
            if (state.isInConflict(field.policy())) {
                conflicts.add(ProductConflict.of(productId, field, state));
            }
        });
        return List.copyOf(conflicts);
    }
}
