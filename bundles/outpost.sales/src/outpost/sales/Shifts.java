package outpost.sales;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import outpost.protocol.ShiftReport;
import outpost.values.Money;

/**
 * The till's working day. A sale without an open shift opens one with an empty drawer by itself, so that nobody is kept from selling. Not on the UI thread:
 * every call reads or writes the disk.
 */
@ProviderType
public interface Shifts {
    Optional<Shift> current();

    /** The newest first. */
    List<Shift> latest(int limit);

    /**
     * Needs {@link Right#SHIFT}.
     *
     * @param cashFloat what lies in the drawer, not negative
     * @throws RefusedException if one is open
     */
    Shift open(Money cashFloat, Grounds grounds);

    /** Needs {@link Right#CASH_IN_OUT} and a reason. The amount is above 0. */
    CashMovement cashIn(Money amount, Grounds grounds);

    /** Needs {@link Right#CASH_IN_OUT} and a reason. The amount is above 0. */
    CashMovement cashOut(Money amount, Grounds grounds);

    /** Of the open shift, in order. */
    List<CashMovement> movements();

    /** The open shift so far. Needs {@link Right#X_REPORT}; in the journal. */
    ShiftReport x(Grounds grounds);

    /**
     * Ends the open shift: what was expected in the drawer is told only now, after the count. Needs {@link Right#SHIFT}. Neither a held ticket nor an event
     * that waits to leave keeps it open.
     *
     * @throws RefusedException if none is open, or the open ticket is not empty
     */
    ShiftReport close(CashCount counted, Grounds grounds);

    /** The Z report of a closed shift, as it was made; empty for one that is open. In the journal. Needs {@link Right#REPRINT}. */
    Optional<ShiftReport> z(UUID shiftId, Grounds grounds);
}
