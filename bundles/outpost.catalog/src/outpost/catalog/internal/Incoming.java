package outpost.catalog.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Function;
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
    private static final int PART_ROWS = 250;

    /**
     * @param codes in the form in which their spellings are the same
     * @param name none where names are brought into their index later
     */
    record Found(ProductBody product, Set<String> codes, Optional<Name> name) {
        static Found of(ProductBody product) {
            return new Found(product, codes(product), Optional.of(Name.of(product)));
        }

        static Found byCode(ProductBody product) {
            return new Found(product, codes(product), Optional.empty());
        }

        private static Set<String> codes(ProductBody product) {
            return product.codes().stream().map(ProductIndex::normalised).collect(Collectors.toUnmodifiableSet());
        }
    }

    /** @param words what is indexed of it */
    record Name(String folded, String words) {
        static Name of(ProductBody product) {
            String folded = SearchText.folded(product.name());
            return new Name(folded, NameIndex.content(folded));
        }
    }

    static Incoming of(Entity row) {
        return of(row, Found::of);
    }

    /** Without its name, the dearest of all to store: {@link Latecomers} bring it in when many rows that can be sold have come. */
    static Incoming nameless(Entity row) {
        return of(row, Found::byCode);
    }

    private static Incoming of(Entity row, Function<ProductBody, Found> found) {
        return new Incoming(
                row,
                row.digest(),
                row.place(),
                row.body().flatMap(body -> product(row.type(), row.id(), body)).map(found));
    }

    /** What a row says, if it is a product that can be read. */
    static Optional<ProductBody> product(String type, String id, String body) {
        return type.equals(Entity.PRODUCT) ? Bodies.read(type, id, body, ProductBody.class) : Optional.empty();
    }

    /**
     * The same of many rows, part by part: the first is ready, the others are reckoned by other processors while the ones before them are being stored. Parts are
     * small, as storing waits for the first.
     */
    static List<ForkJoinTask<List<Incoming>>> parts(List<Entity> rows, Function<Entity, Incoming> reckoning) {
        List<ForkJoinTask<List<Incoming>>> parts = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += PART_ROWS) {
            List<Entity> part = rows.subList(from, Math.min(from + PART_ROWS, rows.size()));
            parts.add(ForkJoinTask.adapt(() -> part.stream().map(reckoning).toList()));
        }
        parts.stream().skip(1).forEach(ForkJoinPool.commonPool()::execute);
        parts.stream().limit(1).forEach(ForkJoinTask::invoke);
        return parts;
    }
}
