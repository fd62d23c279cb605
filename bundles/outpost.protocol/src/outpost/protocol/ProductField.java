package outpost.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A field of a {@link ProductBody} that branches may edit, and what happens when two edit it at once. Its values are JSON text, empty for none. */
public enum ProductField {
    NAME("name", Policy.LAST_WRITER, ProductBody::name),
    CODES("codes", Policy.LAST_WRITER, ProductBody::codes),
    PRICE("priceMinor", Policy.MANUAL, ProductBody::priceMinor),
    TAX_RATE("taxRateId", Policy.MANUAL, ProductBody::taxRateId),
    CATEGORY("categoryId", Policy.LAST_WRITER, ProductBody::categoryId),
    MINIMUM_AGE("minimumAge", Policy.LAST_WRITER, ProductBody::minimumAge),
    COLOUR("colour", Policy.LAST_WRITER, ProductBody::colour),
    PICTURE("picture", Policy.LAST_WRITER, ProductBody::picture),
    QUICK_KEY("quickKey", Policy.LAST_WRITER, ProductBody::quickKey),
    SOLD_BY_WEIGHT("soldByWeight", Policy.LAST_WRITER, ProductBody::soldByWeight),
    OPEN_PRICE("openPrice", Policy.LAST_WRITER, ProductBody::openPrice);

    /** What holds where several values were written without knowing of each other. */
    public enum Policy {
        /** The value that was written last by the hybrid clock. */
        LAST_WRITER,
        /** The cloud's value, or without one the first; a person decides. */
        MANUAL
    }

    private static final String PRICE_DERIVED = "priceDerived";
    private static final ProductBody SAMPLE =
            new ProductBody("x", List.of("x"), 0, false, Optional.empty(), Optional.empty());

    private final String wireName;
    private final Policy policy;
    private final Function<ProductBody, Object> component;

    ProductField(String wireName, Policy policy, Function<ProductBody, Object> component) {
        this.wireName = wireName;
        this.policy = policy;
        this.component = component;
    }

    /** @throws IllegalArgumentException if there is no such field */
    @JsonCreator
    public static ProductField of(String wireName) {
        return find(wireName)
                .orElseThrow(() -> new IllegalArgumentException("'" + wireName + "' is no field of a product"));
    }

    /** Empty for a field that only a newer version knows. */
    static Optional<ProductField> find(String wireName) {
        return Arrays.stream(values())
                .filter(field -> field.wireName.equals(wireName))
                .findFirst();
    }

    /** Its name in a {@link ProductBody}. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    public Policy policy() {
        return policy;
    }

    /** The fields in which two products differ, with the values of the second. */
    public static Map<ProductField, Optional<String>> differences(ProductBody before, ProductBody after) {
        Map<ProductField, Optional<String>> differences = new EnumMap<>(ProductField.class);
        for (ProductField field : values()) {
            if (!field.component.apply(before).equals(field.component.apply(after))) {
                differences.put(field, field.value(after));
            }
        }
        return differences;
    }

    /** This field of a product, as JSON text. */
    public Optional<String> value(ProductBody product) {
        Object value = component.apply(product);
        return value instanceof Optional<?> optional ? optional.map(Json::write) : Optional.of(Json.write(value));
    }

    /**
     * The product with these values. A price that is given is no longer derived.
     *
     * @throws IllegalArgumentException if one is no value of its field
     */
    public static ProductBody with(ProductBody product, Map<ProductField, Optional<String>> values) {
        ObjectNode tree = Json.mapper().valueToTree(product);
        values.forEach((field, value) -> field.set(tree, value));
        try {
            return Json.mapper().treeToValue(tree, ProductBody.class);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed.getOriginalMessage(), malformed);
        }
    }

    /** @throws IllegalArgumentException if that text is no value of this field in the one form in which values are compared */
    public void requireValue(Optional<String> value) {
        if (!value(with(SAMPLE, Map.of(this, value))).equals(value)) {
            throw new IllegalArgumentException(wireName + " cannot be " + value.orElse("nothing"));
        }
    }

    private void set(ObjectNode tree, Optional<String> value) {
        if (this == PRICE && !value.equals(Optional.of(tree.path(wireName).toString()))) {
            tree.put(PRICE_DERIVED, false);
        }
        if (value.isEmpty()) {
            tree.remove(wireName);
        } else {
            tree.set(wireName, parsed(value.get()));
        }
    }

    private JsonNode parsed(String json) {
        try {
            return Json.mapper().readTree(json);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(wireName + " is no JSON: " + malformed.getOriginalMessage(), malformed);
        }
    }
}
