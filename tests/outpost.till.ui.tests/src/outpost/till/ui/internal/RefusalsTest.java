package outpost.till.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.fixtures.MessageFiles;
import outpost.protocol.SaleTender;
import outpost.sales.Refusal;
import outpost.sales.RefusedException;
import outpost.sales.TenderType;
import outpost.store.StoreException;
import outpost.till.ui.internal.refusal.RefusalMessages;
import outpost.values.Money;
import outpost.widgets.Messages;

class RefusalsTest {
    private static final TenderType CARD =
            TenderType.builtIn(SaleTender.CARD, false, TenderType.Reference.OPTIONAL, false, false);

    @Test
    @Tag("A-117")
    void everyLanguageHasEachMessage() {
        assertEquals(List.of(), MessageFiles.faults(RefusalMessages.class));
    }

    @Test
    void aRefusalIsSaidWithItsAmountAndItsTenderInTheLanguageOfTheMoment() {
        RefusedException refused = new RefusedException(Refusal.NO_CHANGE, Money.of("EUR", 1_250), CARD);

        assertEquals(
                "Only €12.50 is due, and nothing goes back of Card. Type no more than that.",
                refusals(Locale.UK).sentence(refused));
        assertEquals(
                "Es sind nur 12,50 € offen, und Karte gibt kein Rückgeld. Bitte nicht mehr eingeben.",
                refusals(Locale.GERMANY).sentence(refused));
    }

    @Test
    void whatOnlyATechnicianUnderstandsIsNotShown() {
        Refusals refusals = refusals(Locale.UK);

        assertEquals(
                "The till cannot use its disk, nothing was booked. Try again; if it stays so, call the technician.",
                refusals.sentence(new StoreException("SQLITE_FULL at page 17")));
        assertEquals(
                "That did not work. Try again; if it stays so, call the technician.",
                refusals.sentence(new IllegalStateException("cursor 5 before 3")));
    }

    private static Refusals refusals(Locale locale) {
        return new Refusals(
                Messages.of(RefusalMessages.class, () -> locale),
                Messages.of(SellMessages.class, () -> locale),
                () -> locale);
    }
}
