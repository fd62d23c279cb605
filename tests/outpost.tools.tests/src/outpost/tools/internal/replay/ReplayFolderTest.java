package outpost.tools.internal.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.tools.internal.ToolException;
import outpost.tools.internal.replay.ReplayFolder.Purpose;

class ReplayFolderTest {
    @TempDir
    Path folder;

    @Test
    void theSamePurposeFindsItsTillsAgain() throws IOException {
        Purpose purpose = Purpose.of("cloud-1", invoices("a"), 2);
        TillFolder till =
                new ReplayFolder(folder.resolve("tills"), purpose).open().get(1);
        till.markEnrolled();

        TillFolder again = new ReplayFolder(folder.resolve("tills"), Purpose.of("cloud-1", invoices("a"), 2))
                .open()
                .get(1);

        assertEquals(till, again);
        assertTrue(again.isEnrolled());
    }

    @Test
    void anotherCloudFileOrNumberOfTillsIsRefused() throws IOException {
        new ReplayFolder(folder.resolve("tills"), Purpose.of("cloud-1", invoices("a"), 2)).open();

        refuses(Purpose.of("cloud-2", invoices("a"), 2));
        refuses(Purpose.of("cloud-1", invoices("b"), 2));
        refuses(Purpose.of("cloud-1", invoices("a"), 3));
    }

    @Test
    void eachPurposeHasAPlaceOfItsOwn() throws IOException {
        Path place = Purpose.of("cloud-1", invoices("a"), 2).within(folder);

        assertEquals(folder.resolve("cloud-1"), place.getParent());
        assertEquals(place, Purpose.of("cloud-1", invoices("a"), 2).within(folder));
        assertNotEquals(place, Purpose.of("cloud-1", invoices("b"), 2).within(folder));
        assertNotEquals(place, Purpose.of("cloud-1", invoices("a"), 3).within(folder));
    }

    private void refuses(Purpose purpose) {
        ReplayFolder occupied = new ReplayFolder(folder.resolve("tills"), purpose);
        assertTrue(
                assertThrows(ToolException.class, occupied::open).getMessage().contains("another replay"));
    }

    private Path invoices(String content) throws IOException {
        return Files.writeString(folder.resolve("invoices.csv"), content);
    }
}
