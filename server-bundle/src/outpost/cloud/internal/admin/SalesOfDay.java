package outpost.cloud.internal.admin;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import outpost.cloud.internal.store.Database;
import outpost.cloud.internal.store.StorageException;
import outpost.values.BranchId;
import outpost.values.TenantId;

/** What was sold on one day, by branch and hour, as far as it has arrived. Training does not count. */
public final class SalesOfDay {
    private static final long HOUR_MILLIS = Duration.ofHours(1).toMillis();
    private static final String SELECT = "SELECT s.branch_id, s.refund, (s.occurred_at - ?) / " + HOUR_MILLIS
            + " AS hour_no, COUNT(*), SUM(s.total_minor)"
            + " FROM sale s WHERE s.tenant_id = ? AND s.training = FALSE AND s.occurred_at >= ? AND s.occurred_at < ?"
            + " GROUP BY s.branch_id, s.refund, hour_no";

    private final Database database;

    public SalesOfDay(Database database) {
        this.database = database;
    }

    /**
     * One day.
     *
     * @param from its beginning where the zone is
     * @param hours only those in which something was sold, by time, then by branch
     */
    public record Day(String day, String zone, String from, List<Hour> hours) {}

    /**
     * One hour of one branch.
     *
     * @param hour counted from the day's beginning; a day on which clocks change has 23 or 25
     * @param netMinor sales less refunds, tax included
     */
    public record Hour(String branchId, int hour, long sales, long refunds, long netMinor) {
        private Hour plus(Hour other) {
            return new Hour(
                    branchId,
                    hour,
                    sales + other.sales,
                    refunds + other.refunds,
                    Math.addExact(netMinor, other.netMinor));
        }
    }

    /**
     * @param branch only this one's; absent for all
     * @throws outpost.cloud.internal.RefusedException if there is no such tenant
     */
    public Day of(TenantId tenant, Optional<BranchId> branch, LocalDate day, ZoneId zone) {
        Instant from = day.atStartOfDay(zone).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(zone).toInstant();
        return database.read(em -> {
            Shops.requireTenant(em, tenant);
            TreeMap<String, Hour> hours = new TreeMap<>();
            for (Hour hour : hours(em, tenant, from.toEpochMilli(), to.toEpochMilli())) {
                if (branch.isEmpty() || branch.get().value().equals(hour.branchId())) {
                    hours.merge(String.format(Locale.ROOT, "%02d %s", hour.hour(), hour.branchId()), hour, Hour::plus);
                }
            }
            return new Day(day.toString(), zone.getId(), from.toString(), List.copyOf(hours.values()));
        });
    }

    private static List<Hour> hours(EntityManager em, TenantId tenant, long fromMillis, long toMillis) {
        try (Connection connection = em.unwrap(Connection.class);
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setLong(1, fromMillis);
            select.setString(2, tenant.value());
            select.setLong(3, fromMillis);
            select.setLong(4, toMillis);
            try (ResultSet rows = select.executeQuery()) {
                List<Hour> hours = new ArrayList<>();
                while (rows.next()) {
                    hours.add(hour(rows));
                }
                return hours;
            }
        } catch (SQLException failure) {
            throw new StorageException("The day's sales cannot be read", failure);
        }
    }

    private static Hour hour(ResultSet row) throws SQLException {
        boolean refund = row.getBoolean(2);
        long count = row.getLong(4);
        return new Hour(row.getString(1), row.getInt(3), refund ? 0 : count, refund ? count : 0, row.getLong(5));
    }
}
