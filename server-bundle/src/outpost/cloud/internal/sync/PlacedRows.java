package outpost.cloud.internal.sync;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import outpost.cloud.internal.access.Caller;
import outpost.cloud.internal.store.Sql;
import outpost.protocol.CatalogState;
import outpost.protocol.Entity;
import outpost.protocol.reconcile.PlaceRange;
import outpost.protocol.reconcile.RangeIndex;
import outpost.protocol.reconcile.RangeSum;

/** A branch's catalog by place, what all have and its own prices, on the picture of one transaction. An index holds place and digest, so that adding up reads no row. */
final class PlacedRows implements RangeIndex {
    private final EntityManager em;
    private final Caller.Lane lane;

    PlacedRows(EntityManager em, Caller.Lane lane) {
        this.em = em;
        this.lane = lane;
    }

    @Override
    public CatalogState state() {
        return BranchCatalog.state(em, lane);
    }

    @Override
    public List<RangeSum> sums(PlaceRange range, int parts) {
        RangeSum[] sums = new RangeSum[range.parts(parts).size()];
        Arrays.fill(sums, RangeSum.NONE);
        String part = "(place - " + range.first() + ") / " + range.width() / parts;
        each("SELECT " + part + ", COUNT(*), SUM(digest) FROM %s GROUP BY " + part, range, (row, own) -> {
            // The sum of many may need more than 64 bits; the digest is modulo 2^64.
            long sum = row.getBigDecimal(3).longValue();
            sums[row.getInt(1)] = sums[row.getInt(1)].plus(new RangeSum(row.getLong(2), sum));
        });
        return List.of(sums);
    }

    @Override
    public List<Entity> rows(PlaceRange range) {
        List<Entity> rows = new ArrayList<>();
        each(
                "SELECT * FROM %s",
                range,
                (row, own) -> rows.add(new Entity(
                        own ? Entity.BRANCH_PRICE : row.getString("entity_type"),
                        row.getString(own ? "product_id" : "entity_id"),
                        row.getLong("seq"),
                        Optional.of(row.getString("body")))));
        return rows;
    }

    /** Reads what all branches have, then what this one has beside it. */
    private void each(String sql, PlaceRange range, RowReader reader) {
        Sql rows = new Sql(em);
        String tenant = lane.tenant().value();
        rows.each(
                row -> reader.read(row, false),
                sql.formatted("catalog_entity WHERE tenant_id = ? AND place BETWEEN ? AND ?"),
                tenant,
                range.first(),
                range.last());
        rows.each(
                row -> reader.read(row, true),
                sql.formatted("branch_price WHERE tenant_id = ? AND branch_id = ? AND place BETWEEN ? AND ?"),
                tenant,
                lane.branch().value(),
                range.first(),
                range.last());
    }

    /** Takes one row of a result. */
    @FunctionalInterface
    private interface RowReader {
        void read(ResultSet row, boolean own) throws SQLException;
    }
}
