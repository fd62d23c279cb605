package outpost.till.ui.internal.pole;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import outpost.devices.CustomerDisplay.Row;
import outpost.sales.LineAmounts;
import outpost.sales.TenderTaken;
import outpost.sales.TenderType;
import outpost.sales.Ticket;
import outpost.sales.TicketAmounts;
import outpost.sales.TicketLine;
import outpost.values.Money;
import outpost.values.Quantity;
import outpost.values.TaxRate;

class PoleTextTest {
    private static final Ticket EMPTY = ticket(List.of(), List.of(), 0, 0, 0);

    @Test
    void theNewestLineAndTheSumAreShown() {
        PoleText text =
                PoleText.DARK.next(ticket(List.of(line("Milk", 129), line("Bread", 249)), List.of(), 378, 378, 0));

        assertEquals(new Row("Bread", "2.49"), text.upper());
        assertEquals(new Row("EUR", "3.78"), text.lower());
    }

    @Test
    void whatIsStillToPayIsReckonedBeforeTheCustomersEyes() {
        PoleText text = PoleText.DARK.next(ticket(List.of(line("Wine", 899)), List.of(cash(500)), 899, 399, 0));

        assertEquals(new Row("8.99 - 5.00", "="), text.upper());
        assertEquals(new Row("EUR", "3.99"), text.lower());
    }

    @Test
    void theChangeStaysUntilTheNextTicketBegins() {
        PoleText paid = PoleText.DARK.next(ticket(List.of(line("Wine", 899)), List.of(cash(1_000)), 899, 0, 101));

        assertEquals(new Row("10.00 - 8.99", "="), paid.upper());
        assertEquals(new Row("EUR", "1.01"), paid.lower());
        assertEquals(paid, paid.next(EMPTY));
        assertEquals(
                new Row("Milk", "1.29"),
                paid.next(EMPTY)
                        .next(ticket(List.of(line("Milk", 129)), List.of(), 129, 129, 0))
                        .upper());
    }

    @Test
    void aTicketThatWasGivenUpLeavesTheDisplayDark() {
        PoleText text = PoleText.DARK.next(ticket(List.of(line("Milk", 129)), List.of(), 129, 129, 0));

        assertEquals(PoleText.DARK, text.next(EMPTY));
    }

    private static Ticket ticket(List<TicketLine> lines, List<TenderTaken> tenders, long total, long due, long change) {
        return new Ticket(
                UUID.randomUUID(),
                Instant.EPOCH,
                lines,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                tenders,
                new TicketAmounts(
                        euro(total),
                        euro(0),
                        euro(0),
                        List.of(),
                        euro(total),
                        euro(total - due),
                        euro(due),
                        euro(due),
                        euro(change)));
    }

    private static TicketLine line(String name, long minor) {
        return new TicketLine(
                1,
                Optional.empty(),
                Optional.empty(),
                "1",
                name,
                Quantity.ONE,
                euro(minor),
                euro(minor),
                false,
                TaxRate.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                false,
                new LineAmounts(euro(minor), euro(0), euro(0), euro(minor)));
    }

    private static TenderTaken cash(long minor) {
        return new TenderTaken(
                new TenderType("cash", "Cash", true, TenderType.Reference.NONE, false, true),
                euro(minor),
                Optional.empty());
    }

    private static Money euro(long minor) {
        return Money.of("EUR", minor);
    }
}
