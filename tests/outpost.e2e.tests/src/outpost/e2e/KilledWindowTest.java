package outpost.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of the till's real window. */
class KilledWindowTest {
    private static final String PAIN = "0000000000284";
    private static final String MENDIANTS = "0000000000291";
    private static final long ARRIVAL_SECONDS = 60;

    @TempDir
    private Path folder;

    @Test
    void theTicketStandsAsItWasAndWhatWasPaidIsSoldExactlyOnceAndPrinted() throws IOException, InterruptedException {
        try (CloudProcess cloud = new CloudProcess(folder.resolve("cloud"));
                WindowTill till = new WindowTill(folder.resolve("till"))) {
            cloud.importCatalog(catalog());
            till.start(cloud.newTerminal("Lane 1", cloud.uri()));
            till.does("product " + MENDIANTS);
            till.does("scan " + PAIN);
            till.does("scan " + MENDIANTS);
            till.does("rows basket 2");
            till.kill();

            till.start();
            till.does("rows basket 2");
            till.does("key F12");
            till.does("shown cash");
            till.does("key F5");
            // Anywhere between the tender and the receipt.
            till.kill();

            till.start();
            finish(till);
            till.does("scan " + PAIN);
            till.does("rows basket 1");
            till.does("key F12");
            till.does("shown cash");
            till.does("key F5");
            till.does("shown receipt");
            till.kill();

            till.start();
            assertEquals(0, till.count("basket"));
            till.does("key F3");
            till.does("shown train");
            till.does("key F5");
            till.does("rows receipts 2");
            till.does("key F6");
            await("the copy on paper", () -> till.paper().contains("COPY"));
            await("two sales at the cloud", () -> cloud.summary().get("events").asLong() >= 2);
            assertEquals(2, cloud.summary().get("sales").asLong());
        }
    }

    /** The sale is there, or its ticket is: in the second case the cashier goes on where it stands. */
    private static void finish(WindowTill till) throws IOException, InterruptedException {
        if (till.count("tenders") > 0) {
            till.does("key Enter");
            till.does("shown receipt");
        } else if (till.count("basket") > 0) {
            till.does("key F12");
            till.does("shown cash");
            till.does("key F5");
            till.does("shown receipt");
        }
        till.does("key Enter");
        till.does("shown entry");
    }

    private Path catalog() throws IOException {
        Path file = folder.resolve("catalog.tsv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(("gtin\tname\n" + PAIN + "\tPain\n" + MENDIANTS + "\tMendiants\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private static void await(String what, Condition reached) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(ARRIVAL_SECONDS);
        while (!reached.holds()) {
            assertTrue(System.nanoTime() < deadline, what + " did not come about");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }
}
