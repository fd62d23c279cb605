package outpost.devices.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.devices.DeviceException;
import outpost.devices.PrintJob;
import outpost.devices.ReceiptPrinter;

class PrintQueueTest {
    /** A clock that stands: several documents come within one millisecond. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T10:00:00.123Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void whatWasAddedIsThereAfterARestartInItsOrder() {
        PrintQueue before = PrintQueue.open(folder, CLOCK);
        List<PrintJob> jobs = IntStream.range(0, 12)
                .mapToObj(number -> before.add("Beleg № " + number, new byte[] {(byte) number, 0x1B}))
                .toList();
        before.remove(jobs.get(0));

        PrintQueue after = PrintQueue.open(folder, CLOCK);

        assertEquals(jobs.subList(1, 12), after.jobs());
        assertEquals(jobs.get(1), after.first().orElseThrow().job());
        assertArrayEquals(new byte[] {1, 0x1B}, after.first().orElseThrow().bytes());
    }

    @Test
    void aNumberIsNotGivenOutTwice() {
        PrintQueue queue = PrintQueue.open(folder, CLOCK);
        PrintJob first = queue.add("first", new byte[] {1});

        PrintJob second = PrintQueue.open(folder, CLOCK).add("second", new byte[] {2});

        assertTrue(second.id() > first.id());
    }

    @Test
    void whatPowerCutOffInTheMiddleWasNeverThere() throws IOException {
        PrintQueue.open(folder, CLOCK).add("whole", new byte[] {1});
        Files.write(folder.resolve("1.part"), new byte[] {0, 0});

        assertEquals(
                List.of("whole"),
                PrintQueue.open(folder, CLOCK).jobs().stream()
                        .map(PrintJob::title)
                        .toList());
    }

    @Test
    void aDamagedFileIsPutAsideAndTheNextIsPrinted() throws IOException {
        PrintQueue queue = PrintQueue.open(folder, CLOCK);
        PrintJob damaged = queue.add("damaged", new byte[100]);
        PrintJob whole = queue.add("whole", new byte[] {1});
        Path file = folder.resolve(damaged.id() + ".print");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 40));

        assertEquals(whole, queue.first().orElseThrow().job());
        assertEquals(List.of(whole), PrintQueue.open(folder, CLOCK).jobs());
        assertTrue(Files.exists(folder.resolve(damaged.id() + ".print.damaged")));
    }

    @Test
    void aFullQueueTakesNoMore() {
        PrintQueue queue = PrintQueue.open(folder, CLOCK);
        IntStream.range(0, ReceiptPrinter.MAX_WAITING).forEach(number -> queue.add("slip", new byte[] {1}));

        assertThrows(DeviceException.class, () -> queue.add("one more", new byte[] {1}));
    }

    @Test
    void aDiskThatTakesNothingIsSaidToTheCaller() throws IOException {
        PrintQueue queue = PrintQueue.open(folder.resolve("queue"), CLOCK);
        Files.delete(folder.resolve("queue"));

        assertThrows(DeviceException.class, () -> queue.add("lost", new byte[] {1}));
        assertEquals(List.of(), queue.jobs());
    }
}
