package outpost.cloud.internal.watch;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds the lines of receipts of which more came back than was sold. */
final class DoubleRefunds {
    /** Nobody can undo it; after so long whoever had to know of it does. */
    private static final Duration SHOWN = Duration.ofDays(30);

    private static final int MOST_NAMED = 5;
    private static final int MILLI = 3;

    private final EntityManager em;
    private final String tenantId;
    private final long nowMillis;

    DoubleRefunds(EntityManager em, String tenantId, long nowMillis) {
        this.em = em;
        this.tenantId = tenantId;
        this.nowMillis = nowMillis;
    }

    /** One for each terminal that was the last to take something back. */
    List<Condition> conditions() {
        // A line that came back once is within what its lane knew to have been sold: most of them are not even looked
        // at.
        List<Object[]> rows = em.createQuery(
                        "SELECT r.terminalId, r.returnedAt, r.receiptNumber, r.lineNo, r.quantityMilli, l.quantityMilli"
                                + " FROM ReturnedGoods r, Sale s, SoldLine l"
                                + " WHERE r.tenantId = :tenant AND r.returns > 1 AND r.returnedAt > :after"
                                + " AND s.tenantId = r.tenantId AND s.receiptNumber = r.receiptNumber"
                                + " AND s.branchId = r.branchId AND l.tenantId = s.tenantId AND l.saleId = s.saleId"
                                + " AND l.lineNo = r.lineNo AND r.quantityMilli > l.quantityMilli"
                                + " ORDER BY r.returnedAt, r.receiptNumber, r.lineNo",
                        Object[].class)
                .setParameter("tenant", tenantId)
                .setParameter("after", nowMillis - SHOWN.toMillis())
                .getResultList();
        Map<String, List<Object[]>> byTerminal =
                rows.stream().collect(Collectors.groupingBy(row -> (String) row[0], TreeMap::new, Collectors.toList()));
        return byTerminal.entrySet().stream()
                .map(one -> new Condition(
                        AlarmKind.DOUBLE_REFUND,
                        one.getKey(),
                        "",
                        (Long) one.getValue().get(0)[1],
                        detail(one.getValue())))
                .toList();
    }

    private static String detail(List<Object[]> rows) {
        String named = rows.stream()
                .limit(MOST_NAMED)
                .map(row -> pieces(row[4]) + " of " + pieces(row[5]) + " came back of line " + row[3] + " of receipt "
                        + row[2])
                .collect(Collectors.joining("; "));
        return rows.size() > MOST_NAMED ? named + "; and " + (rows.size() - MOST_NAMED) + " more" : named;
    }

    private static String pieces(Object milli) {
        return BigDecimal.valueOf((Long) milli, MILLI).stripTrailingZeros().toPlainString();
    }
}
