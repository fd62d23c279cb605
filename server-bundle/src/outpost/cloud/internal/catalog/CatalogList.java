package outpost.cloud.internal.catalog;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.admin.Shops;
import outpost.cloud.internal.catalog.CatalogRows.Row;
import outpost.cloud.internal.catalog.WordSearch.Hit;
import outpost.cloud.internal.store.Database;
import outpost.cloud.internal.store.Sql;
import outpost.protocol.Entity;
import outpost.values.TenantId;

/** The catalog to look at: one thing, page by page, and products by the beginnings of their words. */
public final class CatalogList {
    private static final int MOST = 500;
    /** So that a search finds what was changed just before; a whole import is left to the thread. */
    private static final int ROUNDS_BEFORE_SEARCH = 2;

    private static final Set<String> SHOWN = Set.of(Entity.PRODUCT, Entity.CATEGORY, Entity.TAX_RATE, Entity.SETTING);
    private static final String PAGE = "SELECT entity_id, seq, body FROM catalog_entity"
            + " WHERE tenant_id = ? AND entity_type = ? AND entity_id > ? AND body IS NOT NULL ORDER BY entity_id LIMIT ?";

    private final Database database;
    private final WordIndex index;

    public CatalogList(Database database, WordIndex index) {
        this.database = database;
        this.index = index;
    }

    /**
     * A part of a list.
     *
     * @param next what to ask for the following part with; absent at the end
     * @param behind how many changes of the catalog a search does not know of yet
     */
    public record Page(List<Entity> entities, Optional<String> next, long behind) {}

    /** @throws RefusedException if there is no such thing */
    public Entity one(TenantId tenant, String type, String id) {
        requireShown(type);
        return database.read(em -> new CatalogRows(em, tenant.value())
                .find(type, id)
                .map(Row::entity)
                .filter(entity -> !entity.deleted())
                .orElseThrow(() -> RefusedException.notFound("There is no " + type + " '" + id + "'")));
    }

    /**
     * Things of a type, by id.
     *
     * @param after the {@code next} of the part before; empty for the first
     * @throws RefusedException if there is no such type, or the limit is out of bounds
     */
    public Page all(TenantId tenant, String type, String after, int limit) {
        requireShown(type);
        requireLimit(limit);
        return database.read(em -> {
            Shops.requireTenant(em, tenant);
            List<Entity> found = page(em, tenant.value(), type, after, limit + 1);
            List<Entity> shown = found.subList(0, Math.min(limit, found.size()));
            Optional<String> next =
                    found.size() > limit ? Optional.of(shown.get(limit - 1).id()) : Optional.empty();
            return new Page(List.copyOf(shown), next, 0);
        });
    }

    /**
     * Products of which some word of name or code begins with each of the words of the question.
     *
     * @param after the {@code next} of the part before; empty for the first
     */
    public Page search(TenantId tenant, String question, String after, int limit) {
        requireLimit(limit);
        List<String> words = List.copyOf(Words.of(question));
        if (words.isEmpty()) {
            return new Page(List.of(), Optional.empty(), 0);
        }
        index.goOn(tenant.value(), ROUNDS_BEFORE_SEARCH);
        long behind = index.behind(tenant.value());
        return database.read(em -> {
            Shops.requireTenant(em, tenant);
            List<Hit> hits = new WordSearch(em, tenant.value()).hits(words, Hit.at(after), limit + 1);
            List<Hit> shown = hits.subList(0, Math.min(limit, hits.size()));
            Map<String, Row> rows = new CatalogRows(em, tenant.value())
                    .find(
                            Entity.PRODUCT,
                            shown.stream().map(Hit::productId).distinct().toList());
            List<Entity> products = shown.stream()
                    .map(Hit::productId)
                    .distinct()
                    .map(rows::get)
                    .filter(Objects::nonNull)
                    .map(Row::entity)
                    .filter(entity -> !entity.deleted())
                    .toList();
            Optional<String> next =
                    hits.size() > limit ? Optional.of(shown.get(limit - 1).place()) : Optional.empty();
            return new Page(products, next, behind);
        });
    }

    private static List<Entity> page(EntityManager em, String tenantId, String type, String after, int limit) {
        return new Sql(em)
                .rows(
                        row -> new Entity(type, row.getString(1), row.getLong(2), Optional.of(row.getString(3))),
                        PAGE,
                        tenantId,
                        type,
                        after,
                        limit);
    }

    private static void requireShown(String type) {
        if (!SHOWN.contains(type)) {
            throw RefusedException.notFound("There is no type '" + type + "'");
        }
    }

    private static void requireLimit(int limit) {
        if (limit < 1 || limit > MOST) {
            throw RefusedException.invalid("limit", "limit is " + limit + ", must be 1 to " + MOST);
        }
    }
}
