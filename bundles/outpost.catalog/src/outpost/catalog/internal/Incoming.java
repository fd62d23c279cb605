package outpost.catalog.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import outpost.protocol.Entity;
import outpost.protocol.ProductBody;

/**
 * A row of the cloud with all that is reckoned from it alone, which is half of the work of storing it: done before the row's transaction, by all processors, so that
 * the thread that writes has sales to wait for and no hashes.
 *
 * @param digest as {@link Entity#digest()}
 * @param place as {@link Entity#place()}
 * @param found by what it is found, of a product that can be read
 */
record Incoming(Entity row, long digest, long place, Optional<Found> found) {
    /**
     * @param codes in the form in which their spellings are the same
     * @param quickKey its place on the category's page
     * @param name folded
     */
    record Found(Set<String> codes, Optional<String> categoryId, int quickKey, String name) {
        static Found of(ProductBody product) {
            return new Found(
                    product.codes().stream().map(ProductIndex::normalised).collect(Collectors.toUnmodifiableSet()),
                    product.categoryId(),
                    product.quickKey().orElse(ProductIndex.NO_PLACE),
                    SearchText.folded(product.name()));
        }
    }

    static Incoming of(Entity row) {
        return new Incoming(row, row.digest(), row.place(), found(row.type(), row.id(), row.body()));
    }

    /** By what a row is found, if it is a product that can be read. */
    static Optional<Found> found(String type, String id, Optional<String> body) {
        return body.filter(text -> type.equals(Entity.PRODUCT))
                .flatMap(text -> Bodies.read(type, id, text, ProductBody.class))
                .map(Found::of);
    }

    /** The same of many. */
    static List<Incoming> all(List<Entity> rows) {
        return rows.parallelStream().map(Incoming::of).toList();
    }
}
