package outpost.replay.internal;

import java.util.List;
import outpost.sales.Sales;
import outpost.values.Money;
import outpost.values.Quantity;

/** One ticket as another system wrote it. The constructor refuses what cannot be rung as it is. */
record Invoice(String number, List<Line> lines) {
    private static final String CANCELLATION = "C";

    Invoice {
        lines = List.copyOf(lines);
        if (number.isBlank() || lines.isEmpty()) {
            throw new IllegalArgumentException("an invoice needs a number and lines");
        }
        if (isCancellation(number)) {
            for (Line line : lines) {
                if (!line.quantity().isNegative()) {
                    throw new IllegalArgumentException("the cancellation " + number + " sells " + line.quantity()
                            + " of '" + line.code() + "', but a cancellation only takes back");
                }
            }
        }
    }

    /** A {@code C…} invoice is a refund; every other one is a sale, whose negative lines are returns. */
    Sales.Kind kind() {
        return isCancellation(number) ? Sales.Kind.REFUND : Sales.Kind.SALE;
    }

    private static boolean isCancellation(String number) {
        return number.startsWith(CANCELLATION);
    }

    /**
     * @param name what the invoice calls it; the code where it says nothing
     * @param price of one unit
     */
    record Line(String code, String name, Quantity quantity, Money price) {
        Line {
            if (code.isBlank()) {
                throw new IllegalArgumentException("StockCode is empty");
            }
            if (quantity.isZero()) {
                throw new IllegalArgumentException("Quantity is 0");
            }
            if (price.isNegative()) {
                throw new IllegalArgumentException("UnitPrice is negative");
            }
            name = name.isBlank() ? code : name;
        }
    }
}
