package outpost.replay.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.fixtures.LiveTill;
import outpost.fixtures.Rows;
import outpost.protocol.Json;
import outpost.protocol.SaleLine;
import outpost.sales.Receipt;
import outpost.sales.Sales;
import outpost.store.LocalSettings;

/** Whole runs on a till's real services; only the cloud is a double. */
class ReplayCommandTest {
    private static final String INVOICES =
            """
            InvoiceNo,StockCode,Description,Quantity,UnitPrice
            1,A1,Lantern,2,2.55
            1,A1,Lantern,3,2.55
            1,B7,,-1,1.00
            2,M,Manual,1,0
            C3,A1,Lantern,-4,2.55
            4,2000000000008,What the invoice says,1,7.01
            """;

    @TempDir
    Path folder;

    private Path invoices;
    private LiveTill till;
    private Map<String, String> settings = Map.of("sync.start", "manual");

    @BeforeEach
    void start() throws IOException {
        invoices = folder.resolve("invoices.csv");
        Files.writeString(invoices, INVOICES);
        till = new LiveTill(folder.resolve("till"));
    }

    @AfterEach
    void stop() {
        till.close();
    }

    @Test
    void offlineEverythingIsRungBeforeAnythingIsSent() {
        Courier courier = new Courier(till, Courier.Mood.TAKES);

        Run run = run(courier, "--enrol", "http://127.0.0.1:1/#enrol=x", "--offline");

        assertEquals(0, run.exitCode());
        assertEquals(List.of(4L), courier.waitingWhenAsked(), "all tickets waited when the first sync was asked for");
        assertEquals(4, courier.delivered().size());
        JsonNode done = run.last();
        assertEquals("done", done.get("state").asText());
        assertEquals(3, done.get("sales").asLong());
        assertEquals(1, done.get("refunds").asLong());
        assertEquals(6, done.get("lines").asLong());
        assertEquals(5 * 255 - 100 - 4 * 255 + 701, done.get("netMinor").asLong());
    }

    @Test
    void theLinesOfATicketStayAsTheyWereWritten() {
        run(new Courier(till, Courier.Mood.TAKES), "--enrol", "http://127.0.0.1:1/#enrol=x", "--offline");

        List<SaleLine> lines = ticket("1").sale().lines();

        assertEquals(
                List.of("A1", "A1", "B7"), lines.stream().map(SaleLine::code).toList());
        assertEquals(
                List.of(2_000L, 3_000L, -1_000L),
                lines.stream().map(SaleLine::quantityMilli).toList());
        assertEquals("B7", lines.get(2).name());
        assertEquals(Optional.empty(), lines.get(0).productId());
        assertEquals(Sales.Kind.REFUND, ticket("C3").kind());
        assertEquals(Sales.Kind.SALE, ticket("2").kind());
    }

    @Test
    void whatTheCatalogKnowsIsSoldAsThatProductAtTheInvoicesPrice() {
        Rows.snapshot(
                till.sink(),
                3,
                Stream.concat(
                                Stream.of(Rows.product("2000000000008", 3, "Catalog lantern", 999)),
                                Rows.basics("GBP").stream())
                        .toList());

        run(new Courier(till, Courier.Mood.TAKES), "--enrol", "http://127.0.0.1:1/#enrol=x", "--offline");

        SaleLine line = ticket("4").sale().lines().get(0);
        assertEquals(Optional.of("2000000000008"), line.productId());
        assertEquals("Catalog lantern", line.name());
        assertEquals(701, line.unitPriceMinor());
        assertEquals(200_000, line.taxRatePpm());
    }

    @Test
    void aSecondRunRingsNothing() {
        run(new Courier(till, Courier.Mood.TAKES), "--enrol", "http://127.0.0.1:1/#enrol=x", "--offline");
        till.restart();
        Courier courier = new Courier(till, Courier.Mood.TAKES);

        Run again = run(courier, "--offline");

        assertEquals(0, again.exitCode());
        assertEquals(0, again.last().get("rungNow").asLong());
        assertEquals(3, again.last().get("sales").asLong());
        assertEquals(List.of(), courier.delivered());
    }

    @Test
    void sharesOfOneFileMakeTheWholeFile() {
        Run first = run(
                new Courier(till, Courier.Mood.TAKES),
                "--enrol",
                "http://127.0.0.1:1/#enrol=x",
                "--offline",
                "--share",
                "1/2");
        Run second = run(new Courier(till, Courier.Mood.TAKES), "--offline", "--share", "2/2");

        assertEquals(2, first.last().get("rungNow").asLong());
        assertEquals(2, second.last().get("rungNow").asLong());
        assertEquals(6, second.last().get("lines").asLong());
    }

    @Test
    void aFileWithABadLineLeavesNoTrace() throws IOException {
        Files.writeString(invoices, INVOICES + "5,A1,Lantern,1,2.555\n");

        Run run = run(new Courier(till, Courier.Mood.TAKES), "--enrol", "http://127.0.0.1:1/#enrol=x", "--offline");

        assertEquals(1, run.exitCode());
        assertTrue(run.problem().contains("line 8"), run.problem());
        assertEquals(0, till.sales().rung().sales());
    }

    @Test
    void aRefusedEventIsAFailureAndTheOthersAreRung() {
        Run run = run(new Courier(till, Courier.Mood.REFUSES), "--enrol", "http://127.0.0.1:1/#enrol=x", "--offline");

        assertEquals(1, run.exitCode());
        assertTrue(run.problem().contains("refused 4 events"), run.problem());
        assertTrue(run.problem().contains("for a test"), run.problem());
        assertEquals(3, till.sales().rung().sales());
    }

    @Test
    void withoutALineItRingsAllTheSameAndGivesUpWaitingInTheEnd() {
        settings = Map.of();

        Run run = run(
                new Courier(till, Courier.Mood.IS_AWAY), "--enrol", "http://127.0.0.1:1/#enrol=x", "--patience", "0");

        assertEquals(1, run.exitCode());
        assertTrue(run.problem().contains("4 events wait"), run.problem());
        assertTrue(run.problem().contains("the line is down"), run.problem());
    }

    @Test
    void offlineIsRefusedWhileTheWorkerSendsByItself() {
        settings = Map.of();

        Run run = run(new Courier(till, Courier.Mood.TAKES), "--enrol", "http://127.0.0.1:1/#enrol=x", "--offline");

        assertEquals(1, run.exitCode());
        assertTrue(run.problem().contains("sync.start"), run.problem());
        assertEquals(Optional.empty(), till.terminal().identity());
    }

    @Test
    void aTillThatIsNobodySaysSo() {
        Run run = run(new Courier(till, Courier.Mood.TAKES), "--offline");

        assertEquals(1, run.exitCode());
        assertTrue(run.problem().contains("--enrol"), run.problem());
    }

    @Test
    void wrongOptionsAreExitCodeTwoAndRingNothing() {
        assertEquals(
                2, run(new Courier(till, Courier.Mood.TAKES), "--share", "3/2").exitCode());
        assertEquals(
                2,
                run(new Courier(till, Courier.Mood.TAKES), "--enrol", "nowhere").exitCode());
        assertEquals(2, run(new Courier(till, Courier.Mood.TAKES), "--colour").exitCode());
        assertFalse(till.terminal().identity().isPresent());
    }

    private Receipt ticket(String invoice) {
        return till.sales().byReference(invoice).orElseThrow();
    }

    private Run run(Courier courier, String... options) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        TillServices services = new TillServices(
                new Settings(settings), till.terminal(), till.catalog(), till.sales(), till.outbox(), courier, courier);
        int exitCode = ReplayApplication.commandLine(
                        () -> services, new Report(new PrintStream(output, true, StandardCharsets.UTF_8)))
                .execute(Stream.concat(Stream.of("--invoices", invoices.toString()), Stream.of(options))
                        .toArray(String[]::new));
        return new Run(exitCode, output.toString(StandardCharsets.UTF_8).lines().toList());
    }

    private record Run(int exitCode, List<String> lines) {
        JsonNode last() {
            return Json.read(lines.get(lines.size() - 1), JsonNode.class);
        }

        String problem() {
            assertEquals("failed", last().get("state").asText());
            return last().get("problem").asText();
        }
    }

    private record Settings(Map<String, String> values) implements LocalSettings {
        @Override
        public Optional<String> text(String name) {
            return Optional.ofNullable(values.get(name));
        }

        @Override
        public long number(String name, long otherwise, long least, long most) {
            return text(name).map(Long::parseLong).orElse(otherwise);
        }
    }
}
