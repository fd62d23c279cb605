package outpost.sales.internal.ticket;

import java.util.Currency;
import java.util.Optional;
import outpost.protocol.SaleTender;
import outpost.sales.TenderTaken;
import outpost.sales.TenderType;
import outpost.values.Money;

/**
 * Money that was taken.
 *
 * @param amountMinor what it pays of the total; the rest of {@code tenderedMinor} goes back
 */
record DraftTender(TenderType type, long amountMinor, long tenderedMinor, Optional<String> reference) {
    long changeMinor() {
        return Math.subtractExact(tenderedMinor, amountMinor);
    }

    SaleTender toSaleTender() {
        return new SaleTender(type.id(), amountMinor, tenderedMinor, changeMinor(), type.ownName(), reference);
    }

    TenderTaken shown(Currency currency) {
        return new TenderTaken(type, new Money(currency, tenderedMinor), reference);
    }
}
