package outpost.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import java.util.Optional;

/**
 * What a discount took off one line.
 *
 * @param reason why, as the shop names it
 * @param ppm of a discount in percent: parts per million of what it was taken from; absent for an amount
 * @param amountMinor what it took off this line, with the line's sign; of the ticket's discount, this line's share
 * @param approvedBy who allowed it, where it was beyond the cashier's limit
 */
public record SaleDiscount(
        Scope scope, String reason, Optional<Integer> ppm, long amountMinor, Optional<String> approvedBy) {
    /** What a discount was given on. */
    public enum Scope {
        @JsonProperty("line")
        LINE,
        @JsonProperty("ticket")
        TICKET
    }

    public SaleDiscount {
        Objects.requireNonNull(scope, "scope");
        Limits.requireText("reason", reason, 1, Limits.NAME_CHARS);
        Limits.requireText("approvedBy", approvedBy, 1, Limits.NAME_CHARS);
        if (ppm.isPresent() && (ppm.get() < 0 || ppm.get() > 1_000_000)) {
            throw new IllegalArgumentException("ppm is " + ppm.get() + ", must be 0 to 1000000");
        }
    }
}
