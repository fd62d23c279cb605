package outpost.devices.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.devices.PrinterStatus;
import outpost.devices.PrinterStatus.Condition;
import outpost.fixtures.Await;
import outpost.fixtures.paper.EscPosReader;
import outpost.fixtures.paper.Mark;

/** Where a till prints, and what it says of a setting that cannot be. */
class PrinterSettingsTest extends PrinterFixture {
    @Test
    void aTillWithoutAPrinterLacksNothing() {
        EscPosPrinter printer = started(PATIENCE);

        printer.print(slip("nowhere"));
        printer.open();
        printer.tryAgain();

        assertEquals(new PrinterStatus(Condition.ABSENT, 0), printer.status());
        assertEquals(List.of(), printer.waiting());
    }

    @Test
    void aWrongSettingIsNamed() {
        settings.put(PrinterSettings.ADDRESS, "tcp://127.0.0.1");
        settings.put("printer.width", "4");

        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> started(PATIENCE));

        assertTrue(refusal.getMessage().contains("'printer.width'"), refusal::getMessage);
    }

    @Test
    @Tag("A-742")
    void newSettingsCountAtOnceAndWhatWaitsIsPrintedByThem() throws IOException {
        EscPosPrinter printer = till("tcp://127.0.0.1:" + freePort());
        printer.print(slip("waited"));
        Await.until("it is missed", () -> printer.status().equals(new PrinterStatus(Condition.UNREACHABLE, 1)));
        Path file = folder.resolve("paper.bin");
        settings.put(PrinterSettings.ADDRESS, file.toUri().toString());

        printer.renew();

        Await.until("it is written", () -> printer.status().waiting() == 0);
        settings.put("printer.width", "4");
        assertThrows(IllegalArgumentException.class, printer::renew);
        printer.print(slip("as before"));
        Await.until("it is written too", () -> printer.status().waiting() == 0);
        List<Mark> marks = EscPosReader.marks(Files.readAllBytes(file));
        assertTrue(marks.contains(new Mark.Line("waited", false, 1)), marks::toString);
        assertTrue(marks.contains(new Mark.Line("as before", false, 1)), marks::toString);
        settings.remove(PrinterSettings.ADDRESS);
        printer.renew();
        assertEquals(Condition.ABSENT, printer.status().condition());
    }

    @Test
    void aFileTakesDocumentsOneAfterTheOther() throws IOException {
        Path file = folder.resolve("paper.bin");
        EscPosPrinter printer = till(file.toUri().toString());

        printer.print(slip("one"));
        printer.print(slip("two"));

        Await.until("both are written", () -> printer.status().waiting() == 0);
        List<Mark> marks = EscPosReader.marks(Files.readAllBytes(file));
        assertEquals(2, marks.stream().filter(Mark.Cut.class::isInstance).count());
        assertTrue(marks.contains(new Mark.Line("two", false, 1)), marks::toString);
    }
}
