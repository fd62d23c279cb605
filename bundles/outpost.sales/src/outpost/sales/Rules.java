package outpost.sales;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import outpost.values.Money;

/** What the business decided, from the cloud's settings, with defaults where it did not. Never waits; a change counts from the next ticket on. */
@ProviderType
public interface Rules {
    /** Setting {@code tax.included}: whether prices contain the tax; true by default. */
    boolean taxIncluded();

    /** Setting {@code cash.rounding}: what cash is rounded to; one minor unit where the currency's coins reach that far. */
    Money cashStep();

    /** Settings {@code reasons.…}, one in a line; what is offered where a reason is asked, empty where the business has none of its own. Any other text will do, too. */
    List<String> reasons(Topic topic);

    /** Setting {@code tenders}, in the order of the buttons; cash, card, voucher and account by default. */
    List<TenderType> tenders();

    /** Setting {@code cash.denominations}: notes and coins, largest first, for counting and for quick amounts. */
    List<Money> denominations();

    /** Setting {@code lock.idle.seconds}; empty: never. 300 by default. */
    Optional<Duration> lockAfter();

    /** Setting {@code training.allowed}; true by default. */
    boolean trainingAllowed();

    /** What a reason is asked for. */
    enum Topic {
        DISCOUNT,
        VOID,
        REFUND,
        CASH,
        OVERRIDE
    }
}
