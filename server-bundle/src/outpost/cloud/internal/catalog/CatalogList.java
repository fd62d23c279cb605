package outpost.cloud.internal.catalog;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.admin.Shops;
import outpost.cloud.internal.catalog.CatalogRows.Row;
import outpost.cloud.internal.store.Database;
import outpost.cloud.internal.store.StorageException;
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
    private static final String FIRST_WORD =
            "SELECT w.word, w.product_id FROM product_word w WHERE w.tenant_id = ? AND w.word >= ? AND w.word < ?"
                    + " AND (w.word > ? OR w.word = ? AND w.product_id > ?)";
    private static final String FURTHER_WORD =
            " AND EXISTS (SELECT 1 FROM product_word f WHERE f.tenant_id = w.tenant_id"
                    + " AND f.product_id = w.product_id AND f.word >= ? AND f.word < ?)";
    private static final String IN_ORDER = " ORDER BY w.tenant_id, w.word, w.product_id LIMIT ?";
    /** Sorts behind every character that a word has. */
    private static final String END = "\uFFFF";

    private static final String BETWEEN = " ";

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

    private record Hit(String word, String productId) {}

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
        List<String> words = Words.of(question).stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        if (words.isEmpty()) {
            return new Page(List.of(), Optional.empty(), 0);
        }
        index.goOn(tenant.value(), ROUNDS_BEFORE_SEARCH);
        long behind = index.behind(tenant.value());
        return database.read(em -> {
            Shops.requireTenant(em, tenant);
            List<Hit> hits = hits(em, tenant.value(), words, hit(after), limit + 1);
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
            Optional<String> next = hits.size() > limit
                    ? Optional.of(shown.get(limit - 1).word()
                            + BETWEEN
                            + shown.get(limit - 1).productId())
                    : Optional.empty();
            return new Page(products, next, behind);
        });
    }

    private static Hit hit(String after) {
        int space = after.indexOf(BETWEEN);
        return space < 0 ? new Hit("", "") : new Hit(after.substring(0, space), after.substring(space + 1));
    }

    private static List<Entity> page(EntityManager em, String tenantId, String type, String after, int limit) {
        try (Connection connection = em.unwrap(Connection.class);
                PreparedStatement select = connection.prepareStatement(PAGE)) {
            select.setString(1, tenantId);
            select.setString(2, type);
            select.setString(3, after);
            select.setInt(4, limit);
            try (ResultSet rows = select.executeQuery()) {
                List<Entity> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(new Entity(type, rows.getString(1), rows.getLong(2), Optional.of(rows.getString(3))));
                }
                return found;
            }
        } catch (SQLException failure) {
            throw new StorageException("The catalog cannot be read", failure);
        }
    }

    /** The longest word leads: few products have it, and the others are looked up for each of them. */
    private static List<Hit> hits(EntityManager em, String tenantId, List<String> words, Hit after, int limit) {
        String sql = FIRST_WORD + FURTHER_WORD.repeat(words.size() - 1) + IN_ORDER;
        try (Connection connection = em.unwrap(Connection.class);
                PreparedStatement select = connection.prepareStatement(sql)) {
            int next = 1;
            select.setString(next++, tenantId);
            select.setString(next++, words.get(0));
            select.setString(next++, words.get(0) + END);
            select.setString(next++, after.word());
            select.setString(next++, after.word());
            select.setString(next++, after.productId());
            for (String further : words.subList(1, words.size())) {
                select.setString(next++, further);
                select.setString(next++, further + END);
            }
            select.setInt(next, limit);
            try (ResultSet rows = select.executeQuery()) {
                List<Hit> hits = new ArrayList<>();
                while (rows.next()) {
                    hits.add(new Hit(rows.getString(1), rows.getString(2)));
                }
                return hits;
            }
        } catch (SQLException failure) {
            throw new StorageException("Products cannot be searched", failure);
        }
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
