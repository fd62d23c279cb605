package outpost.protocol;

import java.util.List;

/**
 * Answer of {@code GET sync/pull}.
 *
 * @param changes in order of their {@code seq}; only the latest change of each thing, tombstones included
 * @param cursor where the next pull starts
 * @param more whether the next pull would answer more right now
 * @param state of the catalog at the moment of this answer; comparable with the till's own only when {@code more} is false
 */
public record PullAnswer(List<Entity> changes, long cursor, boolean more, CatalogState state) {
    public PullAnswer {
        changes = List.copyOf(changes);
    }
}
