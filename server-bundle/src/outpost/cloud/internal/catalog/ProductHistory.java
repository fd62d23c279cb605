package outpost.cloud.internal.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.catalog.CatalogRows.Row;
import outpost.cloud.internal.catalog.FormerProducts.Former;
import outpost.cloud.internal.store.Database;
import outpost.protocol.Entity;
import outpost.values.TenantId;

/** What a product was over time, and who made it so. */
public final class ProductHistory {
    private static final int MOST = 200;

    private final Database database;

    public ProductHistory(Database database) {
        this.database = database;
    }

    /**
     * One state of a product.
     *
     * @param body its JSON as text; absent while it was deleted
     * @param at when it became so, with {@code cause} and {@code by}; absent of the oldest state that is known
     */
    public record Version(
            long seq, Optional<String> body, Optional<String> at, Optional<String> cause, Optional<String> by) {}

    /**
     * The present state and those before, newest first.
     *
     * @throws RefusedException if there never was such a product
     */
    public List<Version> of(TenantId tenant, String productId) {
        return database.read(em -> {
            Row now = new CatalogRows(em, tenant.value())
                    .find(Entity.PRODUCT, productId)
                    .orElseThrow(() -> RefusedException.notFound("There is no product '" + productId + "'"));
            List<Former> former = new FormerProducts(em, tenant.value()).of(productId, MOST);
            List<Version> versions = new ArrayList<>();
            long seq = now.entity().seq();
            Optional<String> body = now.entity().body();
            for (Former before : former) {
                versions.add(new Version(
                        seq,
                        body,
                        Optional.of(Instant.ofEpochMilli(before.replacedAt()).toString()),
                        Optional.of(before.cause()),
                        Optional.of(before.replacedBy())));
                seq = before.seq();
                body = before.body();
            }
            if (former.size() < MOST) {
                versions.add(new Version(seq, body, Optional.empty(), Optional.empty(), Optional.empty()));
            }
            return versions;
        });
    }
}
