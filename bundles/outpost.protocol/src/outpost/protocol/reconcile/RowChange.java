package outpost.protocol.reconcile;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import outpost.protocol.Entity;

/**
 * One row that differs.
 *
 * @param own as the till has it
 * @param cloud as the cloud has it
 */
public record RowChange(Optional<Entity> own, Optional<Entity> cloud) {
    public enum Kind {
        ADD,
        REPLACE,
        REMOVE
    }

    public RowChange {
        Objects.requireNonNull(own, "own");
        Objects.requireNonNull(cloud, "cloud");
        if (own.isEmpty() && cloud.isEmpty()) {
            throw new IllegalArgumentException("neither side has the row");
        }
    }

    /** What makes the till's row the cloud's. */
    public Kind kind() {
        if (own.isEmpty()) {
            return Kind.ADD;
        }
        return cloud.isEmpty() ? Kind.REMOVE : Kind.REPLACE;
    }

    public String type() {
        return either().type();
    }

    public String id() {
        return either().id();
    }

    private Entity either() {
        return Stream.of(own, cloud).flatMap(Optional::stream).findFirst().orElseThrow();
    }
}
