package outpost.devices.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import outpost.devices.DeviceException;
import outpost.devices.PrinterStatus.Condition;
import outpost.fixtures.Await;
import outpost.fixtures.paper.Mark;

/** The drawer at the printer: it opens at once or never. */
class DrawerTest extends PrinterFixture {
    @Test
    void theDrawerOpens() {
        FakePrinter device = device();
        settings.put("drawer.pulse", "pin5,200ms");
        EscPosPrinter printer = till(device.address());

        printer.open();

        Await.until("it is kicked", () -> device.marks().equals(List.of(new Mark.Kick(1, false))));
    }

    @Test
    void theDrawerOpensWithoutPaperWhileADocumentWaits() {
        FakePrinter device = device();
        device.load(2);
        EscPosPrinter printer = till(device.address());
        printer.print(slip("one", "two", "three"));
        Await.until("the paper is out", () -> printer.status().condition() == Condition.PAPER_OUT);

        printer.open();

        Await.until("it is kicked", () -> device.marks().contains(new Mark.Kick(0, true)));
        assertEquals(1, printer.status().waiting());
    }

    @Test
    void theDrawerOpensHoweverMuchWaits() {
        int port = freePort();
        EscPosPrinter printer = till("tcp://127.0.0.1:" + port);
        IntStream.range(0, 50).forEach(number -> printer.print(slip("slip " + number)));
        FakePrinter device = device(port);

        printer.open();

        Await.until(
                "all is done",
                () -> printer.status().waiting() == 0 && device.slips().size() == 50);
        assertEquals(
                1, device.marks().stream().filter(Mark.Kick.class::isInstance).count());
    }

    @Test
    void aDrawerThatCannotBeReachedStaysShutForGood() {
        int port = freePort();
        EscPosPrinter printer = till("tcp://127.0.0.1:" + port);

        assertThrows(DeviceException.class, printer::open);

        FakePrinter device = device(port);
        printer.print(slip("later"));
        Await.until("it is printed", () -> printer.status().waiting() == 0);
        assertTrue(device.marks().stream().noneMatch(Mark.Kick.class::isInstance), device.marks()::toString);
    }
}
