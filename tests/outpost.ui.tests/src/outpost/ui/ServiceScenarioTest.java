package outpost.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.swt.SWT;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import outpost.fixtures.paper.EscPosReader;
import outpost.fixtures.paper.Mark;
import outpost.sales.JournalLine;
import outpost.sales.TillJournal;
import outpost.store.LocalChoices;

/** A technician at a till: who may come in, devices, checks, updates. */
class ServiceScenarioTest {
    private static final String SERVICE = "tab-4";

    @RegisterExtension
    final Till till = new Till();

    @TempDir
    Path folder;

    @Test
    @Tag("A-741")
    @Tag("A-742")
    void behindAPinThePrinterIsSetUpAndTriedAndCountsAtOnce() throws IOException {
        Path paper = folder.resolve("paper");
        till.sells(Corner.withStaff());
        Driver technician = till.open();
        technician.click("user-ann");
        technician.waitFor("pin");
        technician.type(Corner.CASHIER_PIN);
        technician.press(SWT.CR);
        technician.waitFocus("entry");
        technician.click(SERVICE);
        technician.waitFocus("pin");
        assertFalse(technician.isShown("device-settings"));
        technician.type(Corner.MANAGER_PIN);
        technician.press(SWT.CR);
        technician.waitText("printer-state", "None is set up");

        technician.press(SWT.F6);
        technician.waitText("service-notice", "No printer is set up");
        technician.press(SWT.CR);
        technician.click("option-file");
        technician.waitFocus("words");
        technician.scan(paper.toString());
        technician.waitText("service-notice", "It counts from now on");
        technician.press(SWT.F6);
        technician.waitText("service-notice", "on its way");
        technician.waitUntil(() -> "nothing is printed", () -> size(paper) > 0);
        technician.waitText("printer-state", "Ready");
        long printed = size(paper);
        technician.press(SWT.F7);
        technician.waitUntil(() -> "the drawer stays shut", () -> size(paper) > printed);
        till.picture("service-devices");

        assertTrue(
                EscPosReader.marks(Files.readAllBytes(paper)).stream()
                        .anyMatch(mark ->
                                mark instanceof Mark.Line line && line.text().contains("Main street · Till 1")),
                "the slip says where it comes from");
        assertEquals(List.of("service_drawer", "service_test_print", "service_setting"), deeds());
        assertTrue(journal().stream()
                .anyMatch(line -> line.kind().equals("supervision")
                        && line.subject().equals("SERVICE")
                        && line.field("approvedBy").isPresent()));
    }

    @Test
    @Tag("A-742")
    void whatCannotBeIsNotKeptAndAScannersPrefixIsLeftOut() {
        till.sells(Corner.goods());
        Driver technician = till.open();
        technician.click(SERVICE);
        technician.waitRows("device-settings", 7);
        technician.press(SWT.CR);
        technician.click("option-network");
        technician.waitFocus("words");
        technician.scan("printer:port");
        technician.waitText("service-notice", "This cannot be");
        assertTrue(choices().text("printer.address").isEmpty());

        for (int row = 1; row < 7; row++) {
            technician.press(SWT.ARROW_DOWN);
        }
        technician.press(SWT.CR);
        technician.waitFocus("words");
        technician.type("]C1");
        technician.press(SWT.CR);
        technician.waitText("service-notice", "]C1");
        technician.scan("]C1" + Corner.MILK);
        technician.waitText("service-notice", "Scanned: " + Corner.MILK);
        technician.press(SWT.F2);
        technician.waitFocus("entry");
        technician.scan("]C1" + Corner.MILK);
        technician.waitRows("basket", 1);
    }

    @Test
    @Tag("A-961")
    @Tag("A-962")
    void theWayToTheCloudAndTheDataAreCheckedAndTheLogsGoOutWithoutSecrets() throws IOException {
        till.sells(Corner.withStaff());
        Driver technician = till.open();
        technician.click("user-max");
        technician.waitFor("pin");
        technician.type(Corner.MANAGER_PIN);
        technician.press(SWT.CR);
        technician.waitFocus("entry");
        technician.click(SERVICE);
        technician.waitFor("device-settings");
        technician.click("service-network");
        technician.waitCell("way", 1, 1, "Good");
        technician.waitCell("way", 2, 1, "It ends here");
        technician.waitCell("way", 3, 1, "Not reached");
        technician.waitText("network-detail", "nobody listens at that port");
        till.picture("service-network");

        technician.click("service-data");
        technician.waitRows("data-sizes", 7);
        technician.press(SWT.F5);
        technician.waitText("data-verdict", "The database is whole");
        technician.waitText("data-verdict", "The journal is whole");
        till.picture("service-data");
        technician.press(SWT.F6);
        technician.waitText("service-notice", ".zip");

        Path exports = till.services().store().directory().resolve("exports");
        List<Path> files;
        try (var listed = Files.list(exports)) {
            files = listed.toList();
        }
        assertEquals(1, files.size());
        String all = content(files.get(0));
        assertTrue(all.contains("outpost.service.ui"), "it tells what the program consists of");
        for (String secret : secrets()) {
            assertFalse(all.contains(secret), "a secret is in the export");
        }
        assertEquals(List.of("service_export", "service_database", "service_network"), deeds());
    }

    @Test
    @Tag("A-743")
    @Tag("A-744")
    void aTillGoesBackToWhatRanBeforeAndRestartsWhenNoShiftIsOpen() throws IOException {
        Path home = installation();
        till.isSet("update.home", home.toString());
        till.sells(Corner.goods());
        Driver technician = till.open();
        technician.click(SERVICE);
        technician.waitFor("device-settings");
        technician.click("service-updates");
        technician.waitText("update-state", "starts what runs now");
        assertFalse(technician.isEnabled("restart"));
        technician.press(SWT.F9);
        technician.waitText("update-state", "Pinned");
        technician.press(SWT.F8);
        technician.waitText("question", "no network is needed");
        technician.click("option-yes");
        technician.waitText("update-state", "goes back");
        assertEquals("b left a", Files.readString(home.resolve("state/pointer")).strip());

        technician.waitText("restart-offer", "The till restarts by itself");
        till.picture("service-restart");
        technician.press(SWT.ESC);
        technician.waitUntil(() -> "it stays", () -> !technician.isShown("restart-offer"));
        till.picture("service-updates");
        technician.click("restart");

        assertEquals(IApplication.EXIT_RESTART, till.ended());
        assertEquals(List.of("service_restart", "service_rollback", "service_pin"), deeds());
    }

    @Test
    @Tag("A-743")
    void aTillWithoutTwoSlotsSaysSo() {
        till.sells(Corner.goods());
        Driver technician = till.open();
        technician.click(SERVICE);
        technician.waitFor("device-settings");
        technician.click("service-updates");
        technician.waitText("no-updates", "not updated in the field");
        assertFalse(technician.isEnabled("update-apply"));
    }

    /** Two slots that hold nothing but the mark that they are whole. */
    private Path installation() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        for (String slot : List.of("a", "b")) {
            Files.createFile(Files.createDirectories(home.resolve(slot)).resolve("whole"));
        }
        Files.writeString(Files.createDirectories(home.resolve("state")).resolve("pointer"), "a\n");
        return home;
    }

    /** The files of keys, each in the forms in which a log could hold it, and what the PINs were hashed to. */
    private List<String> secrets() throws IOException {
        Path data = till.services().store().directory();
        byte[] key = Files.readAllBytes(data.resolve("vault.key"));
        return List.of(
                java.util.Base64.getEncoder().encodeToString(key),
                java.util.HexFormat.of().formatHex(key),
                new String(key, StandardCharsets.ISO_8859_1),
                "pbkdf2-sha256$",
                "SQLite format 3");
    }

    private static String content(Path zip) throws IOException {
        StringBuilder all = new StringBuilder();
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : file.stream().map(ZipEntry.class::cast).toList()) {
                try (InputStream in = file.getInputStream(entry)) {
                    all.append(entry.getName())
                            .append('\n')
                            .append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return all.toString();
    }

    private LocalChoices choices() {
        return till.services().service(LocalChoices.class);
    }

    private List<JournalLine> journal() {
        return till.services().service(TillJournal.class).latest(50);
    }

    /** What was done in the Service perspective, the newest first. */
    private List<String> deeds() {
        return journal().stream()
                .map(JournalLine::kind)
                .filter(kind -> kind.startsWith("service_"))
                .toList();
    }

    private static long size(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
