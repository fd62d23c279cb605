package outpost.cloud.internal.catalog;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import outpost.protocol.Json;
import outpost.protocol.ProductField;
import outpost.protocol.Sibling;
import outpost.values.Dot;
import outpost.values.HlcStamp;

/**
 * Which change of the cloud gave each field of a product its value. A field of which nothing is said has had it since the product came, so that whoever knows
 * the product has seen it.
 *
 * @param birth the change that brought the product back after it was deleted
 * @param fields the last changes since
 * @param edited whether branches have edited the product, too: then there is an {@link outpost.protocol.ProductVersions} beside it
 */
record Origins(Optional<Origin> birth, Map<ProductField, Origin> fields, boolean edited) {
    static final Origins UNCHANGED = new Origins(Optional.empty(), Map.of(), false);

    private static final Origin FIRST = new Origin(0, new HlcStamp(0, 0));

    /** A change of the cloud: its number in the tenant's change sequence, and when it was made. */
    record Origin(long n, HlcStamp at) {
        Sibling sibling(Optional<String> value) {
            return new Sibling(value, new Dot(Sibling.CLOUD, n), at, Sibling.CLOUD);
        }
    }

    static Origins read(Optional<String> json) {
        return json.map(text -> Json.read(text, Origins.class)).orElse(UNCHANGED);
    }

    Optional<String> text() {
        return equals(UNCHANGED) ? Optional.empty() : Optional.of(Json.write(this));
    }

    Origins bornAgain(Origin origin) {
        return new Origins(Optional.of(origin), Map.of(), edited);
    }

    Origins changed(Set<ProductField> changed, Origin origin) {
        if (changed.isEmpty()) {
            return this;
        }
        Map<ProductField, Origin> later = new EnumMap<>(ProductField.class);
        later.putAll(fields);
        changed.forEach(field -> later.put(field, origin));
        return new Origins(birth, later, edited);
    }

    Origins editedByBranch() {
        return new Origins(birth, fields, true);
    }

    /** A field's value as the cloud's last change of it. */
    Sibling sibling(ProductField field, Optional<String> value) {
        return fields.getOrDefault(field, birth.orElse(FIRST)).sibling(value);
    }
}
