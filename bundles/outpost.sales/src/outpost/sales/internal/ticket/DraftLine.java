package outpost.sales.internal.ticket;

import java.util.Optional;
import outpost.values.Quantity;

/**
 * One line of the open ticket, before it is reckoned.
 *
 * @param reason why the price was changed, or why the goods come back
 * @param back present for what comes back by receipt
 * @param apart whether nothing may be added to it: its price came from a label
 */
record DraftLine(
        int id,
        Goods goods,
        long quantityMilli,
        long unitPriceMinor,
        Optional<Given> discount,
        Optional<String> note,
        Optional<String> reason,
        Optional<Back> back,
        boolean ageChecked,
        boolean apart) {
    static DraftLine of(int id, Goods goods, Quantity quantity) {
        return new DraftLine(
                id,
                goods,
                quantity.milli(),
                goods.listPriceMinor(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false);
    }

    DraftLine withQuantity(long milli) {
        return new DraftLine(id, goods, milli, unitPriceMinor, discount, note, reason, back, ageChecked, apart);
    }

    DraftLine withPrice(long minor, Optional<String> why) {
        return new DraftLine(id, goods, quantityMilli, minor, discount, note, why, back, ageChecked, apart);
    }

    DraftLine withDiscount(Optional<Given> given) {
        return new DraftLine(id, goods, quantityMilli, unitPriceMinor, given, note, reason, back, ageChecked, apart);
    }

    DraftLine withNote(Optional<String> text) {
        return new DraftLine(id, goods, quantityMilli, unitPriceMinor, discount, text, reason, back, ageChecked, apart);
    }

    DraftLine withReason(Optional<String> why) {
        return new DraftLine(id, goods, quantityMilli, unitPriceMinor, discount, note, why, back, ageChecked, apart);
    }

    DraftLine comingFrom(Back receipt) {
        return new DraftLine(
                id,
                goods,
                quantityMilli,
                unitPriceMinor,
                discount,
                note,
                reason,
                Optional.of(receipt),
                ageChecked,
                apart);
    }

    DraftLine withAgeChecked() {
        return new DraftLine(id, goods, quantityMilli, unitPriceMinor, discount, note, reason, back, true, apart);
    }

    DraftLine setApart() {
        return new DraftLine(id, goods, quantityMilli, unitPriceMinor, discount, note, reason, back, ageChecked, true);
    }

    boolean isReturn() {
        return quantityMilli < 0;
    }

    boolean awaitsAgeCheck() {
        return goods.minimumAge().isPresent() && !ageChecked && !isReturn();
    }

    /** Whether the same product adds to this line. */
    boolean takesUp(DraftLine other) {
        return goods.productId().isPresent()
                && goods.equals(other.goods)
                && unitPriceMinor == other.unitPriceMinor
                && isReturn() == other.isReturn()
                && isPlain()
                && other.isPlain();
    }

    private boolean isPlain() {
        return !apart && discount.isEmpty() && note.isEmpty() && reason.isEmpty() && back.isEmpty();
    }
}
