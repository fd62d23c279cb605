package outpost.cloud.internal.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds rows by many keys at once. The keys are joined instead of listed: H2 uses an index for {@code IN} only on the index's first
 * column, and here that is always the tenant.
 */
public final class KeyedRows {
    private final String table;
    private final String keyColumn;
    private final String keyType;

    /**
     * @param keyColumn the column that is looked up, of the SQL type {@code keyType}
     */
    public KeyedRows(String table, String keyColumn, String keyType) {
        this.table = table;
        this.keyColumn = keyColumn;
        this.keyType = keyType;
    }

    /** Some columns of the rows whose key is among {@code keys} and whose other columns have these values. */
    public List<Object[]> columns(EntityManager em, String columns, Map<String, ?> others, Collection<?> keys) {
        List<Object[]> rows = new ArrayList<>();
        for (Object row : query(em, columns, others, keys, null)) {
            rows.add((Object[]) row);
        }
        return rows;
    }

    /** The entities of those rows. */
    public <E> List<E> entities(EntityManager em, Class<E> entity, Map<String, ?> others, Collection<?> keys) {
        List<E> rows = new ArrayList<>();
        for (Object row : query(em, "r.*", others, keys, entity)) {
            rows.add(entity.cast(row));
        }
        return rows;
    }

    private List<?> query(
            EntityManager em, String columns, Map<String, ?> others, Collection<?> keys, Class<?> entity) {
        if (keys.isEmpty()) {
            return List.of();
        }
        List<Object> parameters = new ArrayList<>(keys);
        String wanted = IntStream.rangeClosed(1, keys.size())
                .mapToObj(i -> "(CAST(?" + i + " AS " + keyType + "))")
                .collect(Collectors.joining(", "));
        StringBuilder sql = new StringBuilder("SELECT ").append(columns);
        sql.append(" FROM (VALUES ")
                .append(wanted)
                .append(") AS wanted (wanted_key) JOIN ")
                .append(table);
        sql.append(" r ON r.").append(keyColumn).append(" = wanted.wanted_key");
        others.forEach((column, value) -> {
            parameters.add(value);
            sql.append(" AND r.").append(column).append(" = ?").append(parameters.size());
        });
        Query query =
                entity == null ? em.createNativeQuery(sql.toString()) : em.createNativeQuery(sql.toString(), entity);
        for (int i = 0; i < parameters.size(); i++) {
            query.setParameter(i + 1, parameters.get(i));
        }
        return query.getResultList();
    }
}
