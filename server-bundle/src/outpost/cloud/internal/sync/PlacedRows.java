package outpost.cloud.internal.sync;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import outpost.cloud.internal.entity.Tenant;
import outpost.cloud.internal.store.StorageException;
import outpost.protocol.CatalogState;
import outpost.protocol.Entity;
import outpost.protocol.reconcile.PlaceRange;
import outpost.protocol.reconcile.RangeIndex;
import outpost.protocol.reconcile.RangeSum;

/** A tenant's catalog by place, on the picture of one transaction. An index holds place and digest, so that adding up reads no row. */
final class PlacedRows implements RangeIndex {
    private final EntityManager em;
    private final Tenant tenant;

    PlacedRows(EntityManager em, Tenant tenant) {
        this.em = em;
        this.tenant = tenant;
    }

    @Override
    public CatalogState state() {
        return tenant.catalogState();
    }

    @Override
    public List<RangeSum> sums(PlaceRange range, int parts) {
        RangeSum[] sums = new RangeSum[range.parts(parts).size()];
        Arrays.fill(sums, RangeSum.NONE);
        String part = "(place - " + range.first() + ") / " + range.width() / parts;
        String sql = "SELECT " + part + ", COUNT(*), SUM(digest) FROM catalog_entity"
                + " WHERE tenant_id = ? AND place BETWEEN ? AND ? GROUP BY " + part;
        each(sql, range, row -> {
            // The sum of many may need more than 64 bits; the digest is modulo 2^64.
            long sum = row.getBigDecimal(3).longValue();
            sums[row.getInt(1)] = new RangeSum(row.getLong(2), sum);
        });
        return List.of(sums);
    }

    @Override
    public List<Entity> rows(PlaceRange range) {
        List<Entity> rows = new ArrayList<>();
        String sql = "SELECT entity_type, entity_id, seq, body FROM catalog_entity"
                + " WHERE tenant_id = ? AND place BETWEEN ? AND ?";
        each(
                sql,
                range,
                row -> rows.add(
                        new Entity(row.getString(1), row.getString(2), row.getLong(3), Optional.of(row.getString(4)))));
        return rows;
    }

    private void each(String sql, PlaceRange range, RowReader reader) {
        try (Connection connection = em.unwrap(Connection.class);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, tenant.tenantId());
            statement.setLong(2, range.first());
            statement.setLong(3, range.last());
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    reader.read(result);
                }
            }
        } catch (SQLException failure) {
            throw new StorageException("The catalog cannot be compared", failure);
        }
    }

    /** Takes one row of a result. */
    @FunctionalInterface
    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }
}
