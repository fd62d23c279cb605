package outpost.replay.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outpost.sales.Sales;
import outpost.values.Money;
import outpost.values.Quantity;

class InvoiceFileTest {
    private static final Currency POUND = Currency.getInstance("GBP");
    private static final String HEADER = "InvoiceNo,StockCode,Description,Quantity,UnitPrice,CustomerID,Country\n";

    @TempDir
    Path folder;

    @Test
    void linesOfOneInvoiceAreOneTicketInTheFilesOrder() throws IOException, InterruptedException {
        List<Invoice> invoices = read(
                HEADER
                        + "536365,85123A,\"LANTERN, \"\"WHITE\"\"\",6,2.55,17850,UK\n536365,71053,CANDLE,-1,3.39,17850,UK\nC536379,D,Discount,-1,27.5,,UK\n");

        assertEquals(2, invoices.size());
        assertEquals("536365", invoices.get(0).number());
        assertEquals(Sales.Kind.SALE, invoices.get(0).kind());
        assertEquals(
                List.of(
                        new Invoice.Line("85123A", "LANTERN, \"WHITE\"", Quantity.of(6), pence(255)),
                        new Invoice.Line("71053", "CANDLE", Quantity.of(-1), pence(339))),
                invoices.get(0).lines());
        assertEquals(Sales.Kind.REFUND, invoices.get(1).kind());
        assertEquals(pence(2750), invoices.get(1).lines().get(0).price());
    }

    @Test
    void aLineWithoutDescriptionIsNamedByItsCode() throws IOException, InterruptedException {
        assertEquals(
                "22139",
                read(HEADER + "1,22139,,5,0,,UK\n").get(0).lines().get(0).name());
    }

    @Test
    void columnsMayStandInAnyOrderAndOthersAreIgnored() throws IOException, InterruptedException {
        List<Invoice> invoices = read("UnitPrice,Quantity,Shelf,Description,StockCode,InvoiceNo\n1.10,2,7,Tea,T1,9\n");

        assertEquals(
                List.of(new Invoice.Line("T1", "Tea", Quantity.of(2), pence(110))),
                invoices.get(0).lines());
    }

    @Test
    void aGzipFileIsReadWhateverItsName() throws IOException, InterruptedException {
        Path file = folder.resolve("invoices.csv");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((HEADER + "1,A,Tea,1,1,,UK\n").getBytes(StandardCharsets.UTF_8));
        }

        assertEquals(1, new InvoiceFile(file, POUND).forEach((place, invoice) -> {}));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            1,A,Tea,1,1.005,,UK         | line 3 | 1.005
            1,A,Tea,1,-2,,UK            | line 3 | UnitPrice is negative
            1,A,Tea,0,2,,UK             | line 3 | Quantity is 0
            1,A,Tea,some,2,,UK          | line 3 | some
            1,,Tea,1,2,,UK              | line 3 | StockCode is empty
            1,A,Tea                     | line 3 | column
            C1,A,Tea,3,2,,UK            | line 3 | only takes back
            0,A,Tea,3,2,,UK             | line 3 | goes on here
            """)
    void whatCannotBeSoldAsItIsIsRefusedWithItsLine(String row, String line, String reason) {
        String text = HEADER + "0,A,Tea,1,1,,UK\n" + (row.startsWith("0") ? "7,B,Bun,1,1,,UK\n" : "") + row + "\n";
        String expectedLine = row.startsWith("0") ? "line 4" : line;

        String message = assertThrows(ReplayException.class, () -> read(text)).getMessage();

        assertTrue(message.contains(expectedLine + ":") && message.contains(reason), message);
    }

    @Test
    void aMissingColumnIsNamed() {
        String message = assertThrows(
                        ReplayException.class, () -> read("InvoiceNo,StockCode,Quantity,UnitPrice\n1,A,1,1\n"))
                .getMessage();

        assertTrue(message.contains("Description"), message);
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        Path file = folder.resolve("latin1.csv");
        Files.write(file, (HEADER + "1,A,Tea \u00a3,1,1,,UK\n").getBytes(StandardCharsets.ISO_8859_1));

        String message = assertThrows(
                        ReplayException.class, () -> new InvoiceFile(file, POUND).forEach((place, invoice) -> {}))
                .getMessage();

        assertTrue(message.contains("UTF-8"), message);
    }

    @Test
    void aTruncatedArchiveIsNotHalfAFile() throws IOException {
        Path whole = folder.resolve("whole.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(whole))) {
            out.write((HEADER + "1,A,Tea,1,1,,UK\n").getBytes(StandardCharsets.UTF_8));
        }
        Path cut = folder.resolve("cut.gz");
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(cut, Arrays.copyOf(bytes, bytes.length - 12));

        assertThrows(ReplayException.class, () -> new InvoiceFile(cut, POUND).forEach((place, invoice) -> {}));
    }

    @Test
    void anAbsentFileIsASentence() {
        Path absent = folder.resolve("absent.csv");

        String message = assertThrows(
                        ReplayException.class, () -> new InvoiceFile(absent, POUND).forEach((place, invoice) -> {}))
                .getMessage();

        assertTrue(message.contains("absent.csv"), message);
    }

    @Test
    void theRealInvoicesAreReadToTheLastPenny() throws InterruptedException {
        Path file = Path.of(System.getProperty("outpost.root"))
                .resolveSibling("shared")
                .resolve("data/invoices.csv.gz");
        assertTrue(Files.exists(file), "This test needs the real data: " + file + " is absent");
        Sums sums = new Sums();

        assertEquals(1_500, new InvoiceFile(file, POUND).forEach((place, invoice) -> sums.add(invoice)));

        assertEquals(221, sums.refunds);
        assertEquals(31_678, sums.lines);
        assertEquals(54_800_014, sums.netMinor);
    }

    private List<Invoice> read(String text) throws IOException, InterruptedException {
        Path file = folder.resolve("invoices.csv");
        Files.writeString(file, text);
        List<Invoice> invoices = new ArrayList<>();
        new InvoiceFile(file, POUND).forEach((place, invoice) -> {
            assertEquals(invoices.size(), place);
            invoices.add(invoice);
        });
        return invoices;
    }

    private static Money pence(long minor) {
        return new Money(POUND, minor);
    }

    private static final class Sums {
        private long refunds;
        private long lines;
        private long netMinor;

        void add(Invoice invoice) {
            refunds += invoice.kind() == Sales.Kind.REFUND ? 1 : 0;
            lines += invoice.lines().size();
            invoice.lines()
                    .forEach(line ->
                            netMinor += line.price().times(line.quantity()).minor());
        }
    }
}
