package outpost.devices.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.devices.DeviceException;
import outpost.devices.Print;
import outpost.devices.PrintJob;
import outpost.devices.PrinterStatus;
import outpost.devices.PrinterStatus.Condition;
import outpost.devices.Workplace;
import outpost.fixtures.Await;
import outpost.fixtures.paper.EscPosReader;
import outpost.fixtures.paper.Mark;

/** The till's side of a printer that does what printers do: it goes away, runs out of paper, and breaks off. */
class PrinterTest {
    private static final Patience PATIENCE = new Patience(
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofMillis(20),
            Duration.ofMillis(50),
            Duration.ofSeconds(10));

    @TempDir
    Path folder;

    private final Map<String, String> settings = new HashMap<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

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

    private FakePrinter device() {
        return device(0);
    }

    private FakePrinter device(int port) {
        FakePrinter device = new FakePrinter(port);
        open.add(device);
        return device;
    }

    private EscPosPrinter till(String address) {
        return till(address, PATIENCE);
    }

    private EscPosPrinter till(String address, Patience patience) {
        settings.put(PrinterSettings.ADDRESS, address);
        return started(patience);
    }

    private EscPosPrinter started(Patience patience) {
        EscPosPrinter printer =
                new EscPosPrinter(new Place(settings, folder), patience, Clock.systemUTC(), System::nanoTime);
        printer.start();
        open.add(0, printer::stop);
        return printer;
    }

    private static Print slip(String... lines) {
        Print.Builder slip = Print.titled("slip " + lines[0]);
        List.of(lines).forEach(slip::text);
        return slip.print();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Place(Map<String, String> settings, Path folder) implements Workplace {
        @Override
        public Optional<String> setting(String name) {
            return Optional.ofNullable(settings.get(name));
        }
    }
}
