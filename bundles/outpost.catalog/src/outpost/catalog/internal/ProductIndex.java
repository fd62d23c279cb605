package outpost.catalog.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.protocol.Entity;
import outpost.protocol.Json;
import outpost.protocol.MalformedMessageException;
import outpost.protocol.ProductBody;
import outpost.store.Transaction;
import outpost.values.Gtin;

/** By which codes and words a product is found. */
final class ProductIndex {
    private static final Logger log = LoggerFactory.getLogger(ProductIndex.class);

    private final Transaction transaction;
    private final List<Object[]> removed = new ArrayList<>();
    private final List<Object[]> codes = new ArrayList<>();
    private final List<Object[]> names = new ArrayList<>();

    ProductIndex(Transaction transaction) {
        this.transaction = transaction;
    }

    /** The form of a code in which its spellings are the same. */
    static String normalised(String code) {
        String stripped = code.strip();
        return Gtin.parse(stripped).map(Gtin::digits14).orElse(stripped);
    }

    void add(long entity, Entity row) {
        product(row).ifPresent(product -> {
            Set<String> distinct = new HashSet<>();
            product.codes().forEach(code -> distinct.add(normalised(code)));
            distinct.forEach(code -> codes.add(new Object[] {code, entity}));
            names.add(new Object[] {entity, SearchText.folded(product.name())});
        });
    }

    void remove(long entity, String type) {
        if (type.equals(Entity.PRODUCT)) {
            removed.add(new Object[] {entity});
        }
    }

    void flushRemoved() {
        transaction.updateAll("DELETE FROM product_codes WHERE entity = ?", removed);
        transaction.updateAll("DELETE FROM product_names WHERE rowid = ?", removed);
    }

    void flushAdded() {
        transaction.updateAll("INSERT INTO product_codes (code, entity) VALUES (?, ?)", codes);
        transaction.updateAll("INSERT INTO product_names (rowid, name) VALUES (?, ?)", names);
    }

    /** A product that cannot be read is kept, so that the digest stays comparable, but cannot be found: one bad row stops no other. */
    private static Optional<ProductBody> product(Entity row) {
        if (!row.type().equals(Entity.PRODUCT)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(row.body().orElseThrow(), ProductBody.class));
        } catch (MalformedMessageException e) {
            log.warn("Product {} (change {}) cannot be sold: {}", row.id(), row.seq(), e.getMessage());
            return Optional.empty();
        }
    }
}
