package outpost.protocol;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What happened in a shift: as X report so far, as Z report when it was closed. The Z report is the payload of {@link EventType#SHIFT}. All amounts are minor
 * units of one currency; training is not in it.
 *
 * @param number of the shift at its till
 * @param businessDay ISO 8601, the day of the opening
 * @param openedAt and {@code closedAt}: wall time with zone, ISO 8601
 * @param closedAt and {@code closedBy} and {@code drawer}'s count: absent in an X report
 * @param firstReceipt and {@code lastReceipt}: the numbers between which the shift's receipts lie; absent where there are none
 * @param grossMinor sales and returns before discounts
 * @param discountMinor what was taken off
 * @param netMinor what was to pay, tax included: sales less refunds
 * @param roundingMinor what cash rounding added
 * @param taxes by rate
 * @param byTender what each way of paying brought in
 */
public record ShiftReport(
        UUID shiftId,
        int number,
        String businessDay,
        String currency,
        String openedAt,
        String openedBy,
        Optional<String> closedAt,
        Optional<String> closedBy,
        Optional<String> firstReceipt,
        Optional<String> lastReceipt,
        long sales,
        long refunds,
        long lines,
        long grossMinor,
        long discountMinor,
        long netMinor,
        long refundMinor,
        long taxMinor,
        long roundingMinor,
        List<SaleTax> taxes,
        List<Count> byTender,
        List<Count> byDepartment,
        List<Count> byCashier,
        List<Count> discounts,
        List<Count> voids,
        List<Count> returns,
        Drawer drawer) {

    public ShiftReport {
        Objects.requireNonNull(shiftId, "shiftId");
        Objects.requireNonNull(drawer, "drawer");
        taxes = List.copyOf(taxes);
        byTender = List.copyOf(byTender);
        byDepartment = List.copyOf(byDepartment);
        byCashier = List.copyOf(byCashier);
        discounts = List.copyOf(discounts);
        voids = List.copyOf(voids);
        returns = List.copyOf(returns);
    }

    /**
     * One row of a break-down.
     *
     * @param id of the tender, department or cashier, or the reason; empty where there is none
     * @param count how many: tenders, lines, receipts, acts
     */
    public record Count(String id, String name, long count, long amountMinor) {}

    /**
     * The cash in the drawer: float + sales + in − out = expected.
     *
     * @param salesMinor cash taken less change and pay-outs
     * @param countedMinor absent until it was counted
     * @param piles the count by denomination
     */
    public record Drawer(
            long floatMinor,
            long salesMinor,
            long inMinor,
            long outMinor,
            long expectedMinor,
            Optional<Long> countedMinor,
            List<Pile> piles) {
        public Drawer {
            piles = List.copyOf(piles);
        }

        /** Counted less expected. */
        public Optional<Long> differenceMinor() {
            return countedMinor.map(counted -> Math.subtractExact(counted, expectedMinor));
        }
    }

    /** So many pieces of one note or coin. */
    public record Pile(long denominationMinor, int count) {}
}
