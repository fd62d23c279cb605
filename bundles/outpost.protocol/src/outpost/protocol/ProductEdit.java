package outpost.protocol;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import outpost.values.Dot;
import outpost.values.HlcStamp;
import outpost.values.PosId;
import outpost.values.TerminalId;
import outpost.values.VersionVector;

/**
 * Payload of {@link EventType#PRODUCT_EDIT}: what a branch changes of one product. It names itself by {@code actor} and {@code at}, and not by its event,
 * so that it stays the same change where a till that got a new posId sends it once more.
 *
 * @param actor the posId under which it was written
 * @param at its stamp; later than every one before it of that actor
 * @param by who changed it
 */
public record ProductEdit(String productId, PosId actor, HlcStamp at, String by, List<Change> changes) {
    /**
     * One field's new value.
     *
     * @param value as JSON text; empty clears the field
     * @param seen what its writer had seen of the field: all that is replaced
     */
    public record Change(ProductField field, Optional<String> value, VersionVector seen) {
        public Change {
            Objects.requireNonNull(field, "field").requireValue(Objects.requireNonNull(value, "value"));
            if (Objects.requireNonNull(seen, "seen").size() > Limits.ACTORS_PER_FIELD) {
                throw new IllegalArgumentException("seen has more than " + Limits.ACTORS_PER_FIELD + " actors");
            }
        }
    }

    public ProductEdit {
        Limits.requireText("productId", productId, 1, Limits.CODE_CHARS);
        Limits.requireText("by", by, 1, Limits.NAME_CHARS);
        if (Objects.requireNonNull(actor, "actor").value().equals(Sibling.CLOUD)) {
            throw new IllegalArgumentException("the actor of a branch's edit cannot be '" + actor + "'");
        }
        Objects.requireNonNull(at, "at");
        changes = List.copyOf(changes);
        if (changes.isEmpty() || changes.stream().map(Change::field).distinct().count() < changes.size()) {
            throw new IllegalArgumentException("changes must name at least one field, and each one once");
        }
    }

    /** The name of this change, wherever it comes from. */
    @JsonIgnore
    public Dot dot() {
        return new Dot(actor.value(), at.packed());
    }

    /** All its changes, to be merged into what is known of the product. */
    public ProductVersions versions(TerminalId terminal) {
        return new ProductVersions(
                changes.stream().collect(Collectors.toMap(Change::field, change -> state(change, terminal))));
    }

    /** One of its changes, to be merged into the field's state. */
    public FieldState state(Change change, TerminalId terminal) {
        return FieldState.change(new Sibling(change.value(), dot(), at, terminal.value()), change.seen());
    }
}
