package outpost.till.ui.internal;

import java.util.ArrayList;
import java.util.List;
import outpost.sales.Cash;
import outpost.values.Money;

/** Taking cash for one basket: what is due, what was handed over so far, what goes back. */
final class Payment {
    /** Above this many digits nobody pays in cash. */
    private static final long MOST_MINOR = 99_999_999;

    private static final int[] NOTES = {5, 10, 20, 50, 100, 200, 500};
    private static final int QUICK_AMOUNTS = 3;

    private final Money due;
    private long handedMinor;

    Payment(Money due) {
        this.due = due;
    }

    Money due() {
        return due;
    }

    /** Whether the shop owes the customer: more came back than was bought. Then there is nothing to type. */
    boolean isPayOut() {
        return due.minor() <= 0;
    }

    /** Digits shift in from the right, as at any till: 2, 0, 0, 0 is 20.00. */
    void digit(int digit) {
        long next = handedMinor * 10 + digit;
        if (next <= MOST_MINOR) {
            handedMinor = next;
        }
    }

    void deleteDigit() {
        handedMinor /= 10;
    }

    void handed(Money amount) {
        handedMinor = amount.minor();
    }

    Money handed() {
        return new Money(due.currency(), isPayOut() ? due.minor() : handedMinor);
    }

    boolean isEnough() {
        return isPayOut() || handedMinor >= due.minor();
    }

    /** What is still missing, or zero. */
    Money missing() {
        return isEnough() ? Money.zero(due.currency()) : due.minus(handed());
    }

    Money change() {
        return isEnough() ? handed().minus(due) : Money.zero(due.currency());
    }

    Cash cash() {
        return new Cash(handed());
    }

    /** What a customer is likely to hand over: the exact amount first, then what the next notes make. */
    List<Money> quickAmounts() {
        List<Money> amounts = new ArrayList<>(List.of(due));
        if (isPayOut()) {
            return amounts;
        }
        for (int note : NOTES) {
            long noteMinor = note * minorPerNoteUnit();
            long rounded = (due.minor() + noteMinor - 1) / noteMinor * noteMinor;
            Money amount = new Money(due.currency(), rounded);
            if (amounts.size() <= QUICK_AMOUNTS && !amounts.contains(amount)) {
                amounts.add(amount);
            }
        }
        return amounts;
    }

    /** Currencies without a minor unit (yen) have notes of hundreds where others have ones. */
    private long minorPerNoteUnit() {
        int digits = Math.max(2, due.currency().getDefaultFractionDigits());
        long unit = 1;
        for (int i = 0; i < digits; i++) {
            unit *= 10;
        }
        return unit;
    }
}
