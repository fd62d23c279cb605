package outpost.till.ui.internal.day;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.devices.PaperLines;
import outpost.fixtures.MessageFiles;
import outpost.protocol.ShiftReport;
import outpost.sales.Receipt;
import outpost.values.Money;
import outpost.widgets.ask.Question;

/** LiveTill: the day on a till's real services. */
class DayModelTest {
    @TempDir
    Path folder;

    @Test
    void everyLanguageHasEachMessage() {
        assertEquals(List.of(), MessageFiles.faults(DayMessages.class));
    }

    @Test
    void aShiftGoesFromItsFloatToItsZReport() {
        try (DayFixture till = DayFixture.open(folder)) {
            DayModel model = till.model();
            assertTrue(model.shift().isEmpty());

            model.openShift();
            DayFixture.amount(model, "10000");
            assertEquals(Money.of("GBP", 10_000), model.shift().orElseThrow().cashFloat());

            model.cashOut();
            DayFixture.amount(model, "2500");
            DayFixture.choose(model, "reason-0");
            assertEquals(
                    List.of(Money.of("GBP", -2_500)),
                    model.movements().stream().map(moved -> moved.amount()).toList());
            till.sell();

            model.x();
            assertEquals(199, model.report().orElseThrow().netMinor());
            assertTrue(model.report().orElseThrow().closedAt().isEmpty());
            model.go(DayModel.Page.SHIFT);

            model.count();
            CashCounting counting = model.counting().orElseThrow();
            assertEquals(Money.of("GBP", 5_000), counting.piles().get(0).denomination());
            counting.type("1");
            model.close();

            ShiftReport z = model.report().orElseThrow();
            assertEquals(DayModel.Page.REPORT, model.page());
            assertEquals(Optional.of(5_000L - 7_699L), z.drawer().differenceMinor());
            assertTrue(model.shift().isEmpty());
            assertEquals(1, model.closedShifts().size());
            String paper = String.join("\n", PaperLines.of(model.reportPrint().orElseThrow(), 42));
            assertTrue(paper.contains("Z report 1"), paper);
            assertTrue(paper.contains("-£26.99"), paper);

            model.go(DayModel.Page.SHIFT);
            model.z(0);
            assertEquals(z, model.report().orElseThrow());
        }
    }

    @Test
    void nothingTellsWhatShouldLieInTheDrawerBeforeItIsCounted() {
        try (DayFixture till = DayFixture.open(folder)) {
            DayModel model = till.model();
            model.openShift();
            DayFixture.amount(model, "10000");
            model.x();

            String paper = String.join("\n", PaperLines.of(model.reportPrint().orElseThrow(), 42));
            assertFalse(paper.contains("Expected"), paper);
        }
    }

    @Test
    void whatTheCashierMayNotDoIsAllowedByAManagersPin() {
        try (DayFixture till = DayFixture.withStaff(folder)) {
            till.staff().logIn(DayFixture.CASHIER, DayFixture.CASHIER_PIN);
            DayModel model = till.model();
            model.openShift();
            DayFixture.amount(model, "0");
            if (model.dialogue().question().isPresent()) {
                DayFixture.pin(model, DayFixture.MANAGER_PIN);
            }
            model.cashOut();
            DayFixture.amount(model, "100");
            DayFixture.choose(model, "reason-0");

            assertTrue(model.dialogue().question().orElseThrow() instanceof Question.Pin);
            DayFixture.pin(model, "0000");
            assertTrue(model.movements().isEmpty());
            DayFixture.pin(model, DayFixture.MANAGER_PIN);

            assertEquals(1, model.movements().size());
        }
    }

    @Test
    void receiptsAreFoundByWhatIsTypedAndPrintedAgainAsCopies() {
        try (DayFixture till = DayFixture.open(folder)) {
            Receipt first = till.sell();
            Receipt second = till.sell();
            DayModel model = till.model();
            model.go(DayModel.Page.RECEIPTS);
            ReceiptsModel receipts = model.receipts();
            assertEquals(List.of(second.number(), first.number()), numbers(receipts));

            receipts.search(first.number());
            assertEquals(List.of(first.number()), numbers(receipts));
            assertTrue(receipts.shown().orElseThrow().title().contains(first.number()));
            receipts.reprint();
            assertTrue(model.notice().orElseThrow().text().contains(first.number()));

            receipts.search("no such receipt");
            assertEquals(-1, receipts.selected());
            assertTrue(receipts.shown().isEmpty());
        }
    }

    @Test
    void trainingIsBegunAndEnded() {
        try (DayFixture till = DayFixture.open(folder)) {
            DayModel model = till.model();
            model.train();
            assertTrue(model.isTraining());
            model.train();
            assertFalse(model.isTraining());
        }
    }

    private static List<String> numbers(ReceiptsModel receipts) {
        return receipts.found().stream().map(Receipt::number).toList();
    }
}
