package outpost.catalog.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.protocol.Entity;
import outpost.store.Transaction;

/** Makes the indexes anew from the bodies, after an update that looks for other things in them. */
final class Reindexing {
    private static final Logger log = LoggerFactory.getLogger(Reindexing.class);
    private static final int CHUNK = 5_000;

    private final Transaction transaction;

    Reindexing(Transaction transaction) {
        this.transaction = transaction;
    }

    static boolean isDue(Transaction transaction) {
        return transaction.number("SELECT index_version FROM catalog_meta") < ProductIndex.VERSION;
    }

    /** Answers the number of products. */
    long run() {
        transaction.update("DELETE FROM product_codes");
        transaction.update("DELETE FROM category_products");
        transaction.update("INSERT INTO product_names (product_names) VALUES ('delete-all')");
        long products = 0;
        long last = 0;
        for (List<Numbered> chunk = after(last); !chunk.isEmpty(); chunk = after(last)) {
            index(chunk);
            products += chunk.size();
            last = chunk.get(chunk.size() - 1).entity();
        }
        transaction.update("UPDATE catalog_meta SET index_version = ?", ProductIndex.VERSION);
        log.info("The catalog's indexes are in form {}: {} products", ProductIndex.VERSION, products);
        return products;
    }

    private void index(List<Numbered> chunk) {
        ProductIndex index = new ProductIndex(transaction);
        List<Object[]> nameRows = new ArrayList<>();
        chunk.forEach(each -> nameRows.add(new Object[] {index.add(each.entity(), each.row()), each.entity()}));
        transaction.updateAll("UPDATE catalog_entities SET name_row = ? WHERE entity = ?", nameRows);
        index.flushAdded();
    }

    private List<Numbered> after(long last) {
        return transaction.query(
                "SELECT entity, id, seq, body FROM catalog_entities WHERE entity > ? AND +type = ? ORDER BY entity LIMIT ?",
                row -> new Numbered(
                        row.number("entity"),
                        new Entity(Entity.PRODUCT, row.text("id"), row.number("seq"), Optional.of(row.text("body")))),
                last,
                Entity.PRODUCT,
                CHUNK);
    }

    private record Numbered(long entity, Entity row) {}
}
