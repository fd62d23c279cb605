package outpost.devices.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.devices.PrintJob;
import outpost.devices.PrinterStatus;
import outpost.devices.PrinterStatus.Condition;
import outpost.fixtures.Await;

/** The till's side of a printer that does what printers do: it goes away, runs out of paper, and breaks off. */
class PrinterTest extends PrinterFixture {
    @Test
    void documentsArePrintedInTheOrderOfTheirComing() {
        FakePrinter device = device();
        EscPosPrinter printer = till(device.address());

        IntStream.range(0, 5).forEach(number -> printer.print(slip("slip " + number)));

        Await.until("all are printed", () -> printer.status().waiting() == 0);
        assertEquals(
                IntStream.range(0, 5)
                        .mapToObj(number -> List.of("slip " + number))
                        .toList(),
                device.slips());
        assertEquals(Condition.READY, printer.status().condition());
    }

    @Tag("A-115")
    @Test
    void whatWasPrintedWhileThePrinterWasAwayComesWhenItIsThere() {
        int port = freePort();
        EscPosPrinter printer = till("tcp://127.0.0.1:" + port);

        printer.print(slip("early"));

        Await.until("it is missed", () -> printer.status().equals(new PrinterStatus(Condition.UNREACHABLE, 1)));
        FakePrinter device = device(port);
        Await.until("it is printed", () -> printer.status().equals(new PrinterStatus(Condition.READY, 0)));
        assertEquals(List.of(List.of("early")), device.slips());
    }

    @Test
    void whatWaitsSurvivesTheTill() throws InterruptedException {
        int port = freePort();
        EscPosPrinter before = till("tcp://127.0.0.1:" + port);
        before.print(slip("first"));
        before.print(slip("second"));
        List<PrintJob> waiting = before.waiting();
        before.stop();

        EscPosPrinter after = till("tcp://127.0.0.1:" + port);

        assertEquals(waiting, after.waiting());
        FakePrinter device = device(port);
        Await.until("both are printed", () -> after.status().waiting() == 0);
        assertEquals(List.of(List.of("first"), List.of("second")), device.slips());
    }

    @Test
    void aPrinterWithoutPaperIsSaidToBeSoAndPrintsWhenItHasSome() {
        FakePrinter device = device();
        device.load(0);
        EscPosPrinter printer = till(device.address());

        printer.print(slip("patient"));

        Await.until("it is seen", () -> printer.status().equals(new PrinterStatus(Condition.PAPER_OUT, 1)));
        device.load(100);
        Await.until("it is printed", () -> printer.status().equals(new PrinterStatus(Condition.READY, 0)));
        assertEquals(List.of(List.of("patient")), device.slips());
    }

    @Test
    void paperThatEndsInTheMiddleDelaysTheDocumentAndDoesNotRepeatIt() {
        FakePrinter device = device();
        device.load(2);
        EscPosPrinter printer = till(device.address());

        printer.print(slip("one", "two", "three"));

        Await.until("it is seen", () -> printer.status().equals(new PrinterStatus(Condition.PAPER_OUT, 1)));
        device.load(100);
        Await.until("it is printed", () -> printer.status().equals(new PrinterStatus(Condition.READY, 0)));
        assertEquals(List.of(List.of("one", "two", "three")), device.slips());
    }

    @Test
    void coverKnifeAndTheEndOfTheRollAreToldApart() {
        FakePrinter device = device();
        EscPosPrinter printer = till(device.address());
        Await.until("ready", () -> printer.status().condition() == Condition.READY);

        device.cover(true);
        Await.until("the cover", () -> printer.status().condition() == Condition.COVER_OPEN);
        device.cover(false);
        device.knife(true);
        Await.until("the knife", () -> printer.status().condition() == Condition.FAULT);
        device.knife(false);
        device.load(10);
        Await.until("the end of the roll", () -> printer.status().condition() == Condition.PAPER_LOW);
    }

    @Test
    void aDocumentThatBrokeOffIsPrintedWhole() {
        FakePrinter device = device();
        EscPosPrinter printer = till(device.address());
        Await.until("ready", () -> printer.status().condition() == Condition.READY);
        device.breakOff(1, 100);

        printer.print(slip("a", "b", "c", "d", "e"));

        Await.until("it is printed", () -> printer.status().equals(new PrinterStatus(Condition.READY, 0)));
        List<String> paper = device.slips().get(0);
        assertEquals(List.of("a", "b", "c", "d", "e"), paper.subList(paper.size() - 5, paper.size()));
    }

    @Test
    void aDocumentThatBreaksOffAgainAndAgainIsHeldUntilAPersonAsks() {
        FakePrinter device = device();
        EscPosPrinter printer = till(device.address());
        Await.until("ready", () -> printer.status().condition() == Condition.READY);
        device.breakOff(3, 100);

        printer.print(slip("a", "b", "c", "d", "e"));

        Await.until("it is held", () -> printer.status().equals(new PrinterStatus(Condition.FAULT, 1)));
        assertEquals(List.of(), device.slips());
        printer.tryAgain();
        Await.until("it is printed", () -> printer.status().equals(new PrinterStatus(Condition.READY, 0)));
        assertEquals(1, device.slips().size());
    }

    @Test
    void aPrinterThatTakesTheConnectionButSaysNothingGetsNoDocument() {
        FakePrinter device = device();
        device.beMute();
        Patience hurried = new Patience(
                PATIENCE.connect(),
                Duration.ofMillis(50),
                PATIENCE.silence(),
                PATIENCE.completion(),
                PATIENCE.pause(),
                PATIENCE.rest(),
                PATIENCE.drawer());
        EscPosPrinter printer = till(device.address(), hurried);

        printer.print(slip("kept"));

        Await.until("it is missed", () -> printer.status().equals(new PrinterStatus(Condition.UNREACHABLE, 1)));
        assertEquals(List.of(), device.marks());
    }

    @Test
    void aPrinterThatIsKnownToSayNothingIsTrusted() {
        FakePrinter device = device();
        device.beMute();
        settings.put("printer.answers", "no");
        EscPosPrinter printer = till(device.address());

        printer.print(slip("blind"));

        Await.until("it is printed", () -> device.slips().size() == 1);
        Await.until("it waits no more", () -> printer.status().equals(new PrinterStatus(Condition.READY, 0)));
    }

    @Test
    void aPrinterThatNeverSaysThatItIsDoneIsBelievedWhenItIsReady() {
        FakePrinter device = device();
        device.neverSayDone();
        Patience hurried = new Patience(
                PATIENCE.connect(),
                PATIENCE.answer(),
                PATIENCE.silence(),
                Duration.ofMillis(300),
                PATIENCE.pause(),
                PATIENCE.rest(),
                PATIENCE.drawer());
        EscPosPrinter printer = till(device.address(), hurried);

        printer.print(slip("once"));

        Await.until("it waits no more", () -> printer.status().equals(new PrinterStatus(Condition.READY, 0)));
        assertEquals(List.of(List.of("once")), device.slips());
    }

    @Test
    void whatIsCancelledIsNotPrinted() {
        int port = freePort();
        EscPosPrinter printer = till("tcp://127.0.0.1:" + port);
        printer.print(slip("unwanted"));
        printer.print(slip("wanted"));

        printer.cancel(printer.waiting().get(0));

        FakePrinter device = device(port);
        Await.until("the other is printed", () -> printer.status().waiting() == 0);
        assertEquals(List.of(List.of("wanted")), device.slips());
    }
}
