package outpost.tools.internal.catalog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.tools.internal.Call;
import outpost.tools.internal.LoopbackCloud;

class ImportCommandTest {
    private static final String IMPORT = "POST /api/v1/admin/catalog/import";
    private static final String DONE =
            "{\"rows\":1200,\"added\":1000,\"changed\":150,\"unchanged\":48,\"badRows\":2,\"pricesDerived\":false,"
                    + "\"bad\":[{\"line\":17,\"reason\":\"the name is missing\"},{\"line\":90,\"reason\":\"the price is missing\"}]}";

    @TempDir
    Path folder;

    private LoopbackCloud cloud;
    private Path token;

    @BeforeEach
    void start() throws IOException {
        cloud = new LoopbackCloud();
        token = Files.writeString(folder.resolve("admin.token"), LoopbackCloud.TOKEN + "\n");
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    @Test
    void theFileArrivesAsItIsAndTheCountsArePrinted() throws IOException {
        cloud.answer(IMPORT, 200, DONE);
        Path file = Files.writeString(folder.resolve("products.tsv"), "gtin\tname\n2000000000008\tTea\n");

        Call call = run("--catalog", file.toString());

        assertEquals(0, call.exitCode(), call.err());
        LoopbackCloud.Asked asked = cloud.asked(IMPORT).orElseThrow();
        assertEquals("tenant=main&format=tsv&onError=skip", asked.query());
        assertArrayEquals(Files.readAllBytes(file), asked.body());
        assertEquals("", asked.header("Content-encoding"));
        assertTrue(call.out().contains("1,200 rows of products.tsv"), call.out());
        assertTrue(call.out().contains("1,000 added, 150 changed, 48 unchanged, 2 bad"), call.out());
    }

    @Test
    void badRowsAreListedWithTheirLines() throws IOException {
        cloud.answer(IMPORT, 200, DONE.replace("\"badRows\":2", "\"badRows\":5"));

        Call call = run("--catalog", someFile("products.csv"));

        assertTrue(
                call.out()
                        .contains(
                                "  line 17: the name is missing\n  line 90: the price is missing\n  and 3 more bad rows\n"),
                call.out());
    }

    @Test
    void derivedPricesAreSaid() throws IOException {
        cloud.answer(IMPORT, 200, DONE.replace("\"pricesDerived\":false", "\"pricesDerived\":true"));
        assertTrue(run("--catalog", someFile("a.tsv")).out().contains("trial price"));

        cloud.answer(IMPORT, 200, DONE);
        assertFalse(run("--catalog", someFile("b.tsv")).out().contains("trial price"));
    }

    @Test
    void aGzipFileTravelsCompressedWhateverItsName() throws IOException {
        cloud.answer(IMPORT, 200, DONE);
        Path file = folder.resolve("products.ndjson");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("{\"code\":\"1\",\"name\":\"Tea\"}\n".getBytes(StandardCharsets.UTF_8));
        }

        Call call = run("--catalog", file.toString(), "--on-error", "abort");

        assertEquals(0, call.exitCode(), call.err());
        LoopbackCloud.Asked asked = cloud.asked(IMPORT).orElseThrow();
        assertEquals("gzip", asked.header("Content-encoding"));
        assertEquals("tenant=main&format=ndjson&onError=abort", asked.query());
        assertArrayEquals(Files.readAllBytes(file), asked.body());
    }

    @Test
    void aBigFileIsSentWhole() throws IOException {
        cloud.answer(IMPORT, 200, DONE);
        Path file = folder.resolve("big.tsv");
        try (Stream<String> rows = Stream.iterate(1, n -> n + 1).limit(200_000).map(n -> n + "\tProduct number " + n)) {
            Files.write(file, (Iterable<String>) rows::iterator);
        }

        assertEquals(0, run("--catalog", file.toString()).exitCode());

        assertArrayEquals(
                Files.readAllBytes(file), cloud.asked(IMPORT).orElseThrow().body());
    }

    @Test
    void aRefusedFileIsExitCodeOneAndItsBadRowsStandOnStandardError() throws IOException {
        cloud.answer(
                IMPORT,
                422,
                "{\"code\":\"POS_CATALOG_IMPORT_REFUSED\",\"message\":\"1 rows are bad; nothing was imported\",\"requestId\":\"r\",\"rows\":9,"
                        + "\"badRows\":1,\"bad\":[{\"line\":4,\"reason\":\"the code is missing\"}]}");

        Call call = run("--catalog", someFile("products.csv"), "--on-error", "abort");

        assertEquals(1, call.exitCode());
        assertEquals("", call.out());
        assertTrue(call.err().endsWith("nothing was imported\n  line 4: the code is missing\n"), call.err());
    }

    @Test
    void aWrongTokenIsNoticedBeforeTheFileIsSent() throws IOException {
        Files.writeString(token, "another");

        Call call = run("--catalog", someFile("products.csv"));

        assertEquals(1, call.exitCode());
        assertTrue(call.err().contains("does not accept this administrator's token"), call.err());
        assertTrue(cloud.asked(IMPORT).isEmpty());
    }

    @Test
    void anErrorOfTheCloudIsToldWithItsCode() throws IOException {
        cloud.answer(IMPORT, 503, LoopbackCloud.error("POS_SYNC_STORAGE_FAILED", "The disk is full"));

        Call call = run("--catalog", someFile("products.csv"));

        assertEquals(1, call.exitCode());
        assertEquals(
                "outpost import: the cloud refused: The disk is full (POS_SYNC_STORAGE_FAILED, request r1)\n",
                call.err());
    }

    @Test
    void somethingThatIsNoCloudIsToldSo() throws IOException {
        cloud.answer(IMPORT, 500, "<html>oops</html>");

        Call call = run("--catalog", someFile("products.csv"));

        assertEquals(1, call.exitCode());
        assertTrue(call.err().contains("not as an Outpost cloud does"), call.err());
    }

    @Test
    void aFileThatSaysNoFormatIsRefused() throws IOException {
        Call call = run("--catalog", someFile("products.xlsx"));

        assertEquals(1, call.exitCode());
        assertTrue(call.err().contains(".tsv, .csv or .ndjson"), call.err());
    }

    @Test
    void anAbsentFileIsASentence() {
        Call call = run("--catalog", folder.resolve("absent.csv").toString());

        assertEquals(1, call.exitCode());
        assertTrue(call.err().startsWith("outpost import: cannot read"), call.err());
        assertEquals(1, call.err().lines().count());
    }

    @Test
    void onErrorKnowsTwoAnswers() throws IOException {
        assertEquals(
                2, run("--catalog", someFile("a.csv"), "--on-error", "ignore").exitCode());
    }

    private String someFile(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "code,name,price\n1,Tea,1.00\n")
                .toString();
    }

    private Call run(String... options) {
        return Call.of(Stream.concat(
                        Stream.of("import", "--cloud", cloud.uri().toString(), "--admin-token-file", token.toString()),
                        Stream.of(options))
                .toArray(String[]::new));
    }
}
