package outpost.sales.internal.ticket;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import outpost.sales.Approval;
import outpost.sales.Grounds;
import outpost.sales.TicketDiscount;
import outpost.values.reckoning.Discount;

/** A discount that was given. */
record Given(Optional<Integer> ppm, Optional<Long> amountMinor, String reason, Optional<String> approvedBy) {
    static Given of(outpost.sales.Discount discount, Grounds grounds) {
        return new Given(
                discount.ppm().isPresent() ? Optional.of(discount.ppm().getAsInt()) : Optional.empty(),
                discount.amountMinor().isPresent()
                        ? Optional.of(discount.amountMinor().getAsLong())
                        : Optional.empty(),
                grounds.reason().orElseThrow(() -> new IllegalArgumentException("a discount needs a reason")),
                grounds.approval().map(Approval::userName));
    }

    /** As the engine reckons it. */
    Discount toEngine() {
        return ppm.<Discount>map(Discount.Percent::new).orElseGet(() -> new Discount.Amount(amountMinor.orElseThrow()));
    }

    TicketDiscount shown() {
        return new TicketDiscount(
                new outpost.sales.Discount(
                        ppm.map(OptionalInt::of).orElseGet(OptionalInt::empty),
                        amountMinor.map(OptionalLong::of).orElseGet(OptionalLong::empty)),
                Optional.of(reason),
                approvedBy);
    }
}
