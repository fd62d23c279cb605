package outpost.catalog.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import outpost.protocol.Entity;
import outpost.protocol.Json;
import outpost.protocol.ProductBody;
import outpost.store.Transaction;
import outpost.values.Gtin;

/** By which codes and words, and on which page of quick keys, a product is found. */
final class ProductIndex {
    /** The place of a product that has none. */
    static final int NO_PLACE = Integer.MAX_VALUE;

    private final Transaction transaction;
    private final List<Long> removedCodes = new ArrayList<>();
    private final List<Long> removedKeys = new ArrayList<>();
    private final List<Long> removedNames = new ArrayList<>();
    private final List<Object[]> codes = new ArrayList<>();
    /** By row, in whose order they go in: the index would write a piece of its own for each one that comes out of order. */
    private final SortedMap<Long, String> names = new TreeMap<>();

    private final List<Object[]> keys = new ArrayList<>();

    ProductIndex(Transaction transaction) {
        this.transaction = transaction;
    }

    /** The form of a code in which its spellings are the same. */
    static String normalised(String code) {
        String stripped = code.strip();
        return Gtin.parse(stripped).map(Gtin::digits14).orElse(stripped);
    }

    /**
     * Answers the number under which its name will be found, 0 if it comes without. A product that cannot be read is kept, so that the digest stays comparable,
     * but cannot be found.
     */
    long add(long entity, Incoming row) {
        return row.found().map(product -> add(entity, product)).orElse(0L);
    }

    private long add(long entity, Incoming.Found product) {
        addCodes(entity, product);
        addKeys(entity, product.product());
        return addName(entity, product);
    }

    /**
     * Adds what an earlier version or a snapshot left out of a product that is found by its codes, and answers as {@link #add} does.
     *
     * @param keyed whether it has its quick key
     */
    long complete(long entity, Incoming.Found product, boolean keyed) {
        if (!keyed) {
            addKeys(entity, product.product());
        }
        return addName(entity, product);
    }

    private void addCodes(long entity, Incoming.Found product) {
        product.codes().forEach(code -> codes.add(new Object[] {code, entity}));
    }

    private void addKeys(long entity, ProductBody product) {
        int place = product.quickKey().orElse(NO_PLACE);
        product.categoryId().ifPresent(category -> keys.add(new Object[] {category, place, entity}));
    }

    private long addName(long entity, Incoming.Found product) {
        return product.name()
                .map(name -> {
                    long nameRow = NameIndex.row(name.folded(), entity);
                    names.put(nameRow, name.words());
                    return nameRow;
                })
                .orElse(0L);
    }

    /**
     * Brings up to date by what an entity is found. Most changes are of prices, and to take something out of an index costs more than to see that it may stay.
     *
     * @param nameRow what {@link #add} answered; 0 if its name is not in the index
     * @param before what it was
     * @return the number under which its name will be found
     */
    long replace(long entity, long nameRow, Optional<ProductBody> before, Incoming row) {
        if (nameRow == 0 || before.isEmpty() || row.found().isEmpty()) {
            remove(row.row().type(), entity, nameRow);
            return add(entity, row);
        }
        ProductBody was = before.get();
        Incoming.Found found = row.found().get();
        ProductBody is = found.product();
        if (!was.codes().equals(is.codes())) {
            removedCodes.add(entity);
            addCodes(entity, found);
        }
        if (!was.categoryId().equals(is.categoryId()) || !was.quickKey().equals(is.quickKey())) {
            removedKeys.add(entity);
            addKeys(entity, is);
        }
        if (was.name().equals(is.name())) {
            return nameRow;
        }
        removeName(nameRow);
        return addName(entity, found);
    }

    /** @param nameRow what {@link #add} answered; 0 if its name is not in the index */
    void remove(String type, long entity, long nameRow) {
        if (type.equals(Entity.PRODUCT)) {
            removedCodes.add(entity);
            removedKeys.add(entity);
        }
        if (nameRow != 0) {
            removeName(nameRow);
        }
    }

    private void removeName(long nameRow) {
        if (names.remove(nameRow) == null) {
            removedNames.add(nameRow);
        }
    }

    void flushRemoved() {
        remove("product_codes WHERE entity", removedCodes);
        remove("category_products WHERE entity", removedKeys);
        remove("product_words WHERE rowid", removedNames);
    }

    private void remove(String where, List<Long> numbers) {
        if (!numbers.isEmpty()) {
            transaction.update("DELETE FROM " + where + " IN (SELECT value FROM json_each(?))", Json.write(numbers));
            numbers.clear();
        }
    }

    void flushAdded() {
        flush("INSERT INTO product_codes (code, entity) VALUES (?, ?)", codes);
        flush("INSERT INTO category_products (category, place, entity) VALUES (?, ?, ?)", keys);
    }

    private void flush(String sql, List<Object[]> rows) {
        transaction.updateAll(sql, rows);
        rows.clear();
    }

    /** Once a transaction, so that all its names go in by one order. */
    void flushNames() {
        List<Object[]> rows = new ArrayList<>();
        names.forEach((row, words) -> rows.add(new Object[] {row, words}));
        transaction.updateAll("INSERT INTO product_words (rowid, words) VALUES (?, ?)", rows);
        names.clear();
    }
}
