package outpost.cloud.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Table;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Adds rows of an entity's table by one statement, past the persistence context: for what comes by the thousand and is never changed. The context would keep and
 * compare each of them several times between its birth and the commit. The statement takes each column as an array, so that it is the same for any number of rows:
 * the database has parsed and planned it before.
 */
public final class NewRows {
    /** H2 takes no array of more than 65,536 elements. */
    private static final int MOST_AT_ONCE = 10_000;

    /** Each field's type with what an array holds of it, and what SQL calls that. */
    private static final Map<Class<?>, Type> TYPES = Map.of(
            String.class, new Type(String.class, "VARCHAR"),
            long.class, new Type(Long.class, "BIGINT"),
            int.class, new Type(Integer.class, "INTEGER"),
            Integer.class, new Type(Integer.class, "INTEGER"),
            boolean.class, new Type(Boolean.class, "BOOLEAN"));

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> entity) {
            return Shape.of(entity);
        }
    };

    private NewRows() {}

    private record Type(Class<?> element, String sql) {}

    private record TableColumn(Field field, String name, Type type) {
        static TableColumn of(Field field) {
            field.setAccessible(true);
            String name = field.getAnnotation(Column.class).name();
            return new TableColumn(field, name, TYPES.get(field.getType()));
        }

        Object[] values(List<?> rows) {
            Object[] values = (Object[]) Array.newInstance(type.element(), rows.size());
            for (int row = 0; row < values.length; row++) {
                values[row] = value(rows.get(row));
            }
            return values;
        }

        private Object value(Object row) {
            try {
                return field.get(row);
            } catch (IllegalAccessException impossible) {
                throw new IllegalStateException("It was made accessible", impossible);
            }
        }
    }

    private record Shape(String sql, List<TableColumn> columns) {
        static Shape of(Class<?> entity) {
            List<TableColumn> columns = Stream.of(entity.getDeclaredFields())
                    .filter(field -> field.isAnnotationPresent(Column.class))
                    .map(TableColumn::of)
                    .toList();
            String names = columns.stream().map(TableColumn::name).collect(Collectors.joining(", "));
            String arrays = columns.stream()
                    .map(column -> "CAST(? AS " + column.type().sql() + " ARRAY)")
                    .collect(Collectors.joining(", "));
            String table = entity.getAnnotation(Table.class).name();
            return new Shape("INSERT INTO " + table + " (" + names + ") SELECT * FROM UNNEST(" + arrays + ")", columns);
        }

        void bind(Connection connection, PreparedStatement statement, List<?> rows) throws SQLException {
            int parameter = 0;
            for (TableColumn column : columns) {
                statement.setArray(
                        ++parameter, connection.createArrayOf(column.type().sql(), column.values(rows)));
            }
        }
    }

    /**
     * Adds the rows within the running transaction, which finds them from now on.
     *
     * @throws StorageException if the database fails, or has a row with such a key
     */
    public static <E> void insert(EntityManager em, Class<E> entity, List<E> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Shape shape = SHAPES.get(entity);
        try (Connection connection = em.unwrap(Connection.class);
                PreparedStatement statement = connection.prepareStatement(shape.sql())) {
            for (int from = 0; from < rows.size(); from += MOST_AT_ONCE) {
                shape.bind(connection, statement, rows.subList(from, Math.min(rows.size(), from + MOST_AT_ONCE)));
                statement.executeUpdate();
            }
        } catch (SQLException failure) {
            throw new StorageException("Rows of " + entity.getSimpleName() + " cannot be added", failure);
        }
    }
}
