package outpost.sales;

import java.util.OptionalInt;
import java.util.OptionalLong;
import outpost.values.Money;

/**
 * What is taken off a line or a ticket: a share of it or an amount.
 *
 * @param ppm parts per million, 1 to 1,000,000: 10 % is 100,000
 * @param amountMinor minor units, above 0; never more than there is to take from
 */
public record Discount(OptionalInt ppm, OptionalLong amountMinor) {
    public Discount {
        if (ppm.isPresent() == amountMinor.isPresent()) {
            throw new IllegalArgumentException("a discount is either a share or an amount");
        }
        if (ppm.isPresent() && (ppm.getAsInt() < 1 || ppm.getAsInt() > Demand.ALL_PPM)) {
            throw new IllegalArgumentException("a discount is above 0 and at most 100 percent");
        }
        if (amountMinor.isPresent() && amountMinor.getAsLong() < 1) {
            throw new IllegalArgumentException("a discount takes something off");
        }
    }

    public static Discount ofPpm(int ppm) {
        return new Discount(OptionalInt.of(ppm), OptionalLong.empty());
    }

    public static Discount of(Money amount) {
        return new Discount(OptionalInt.empty(), OptionalLong.of(amount.minor()));
    }
}
