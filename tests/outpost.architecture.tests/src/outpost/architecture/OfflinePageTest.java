package outpost.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/offline.md} to the tests that it names. */
class OfflinePageTest {
    private static final Path ROOT = Path.of(System.getProperty("outpost.root"));
    private static final Path OFFLINE =
            ROOT.resolve("tests/outpost.isolation.tests/src/outpost/isolation/OfflineTest.java");
    private static final Path PRINTER =
            ROOT.resolve("tests/outpost.devices.tests/src/outpost/devices/internal/PrinterTest.java");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (\\d+) \\| [^|]+ \\| yes: `(PrinterTest\\.)?(\\w+)` \\|");
    private static final Pattern TAGS = Pattern.compile("\\[([OLSP]\\d)\\]");

    @Test
    void eachOfThirtyOperationsIsDoneByATest() throws IOException {
        List<MatchResult> rows = ROW.matcher(page()).results().toList();

        assertEquals(
                IntStream.rangeClosed(1, 30).mapToObj(Integer::toString).toList(),
                rows.stream().map(row -> row.group(1)).toList());
        for (MatchResult row : rows) {
            String tests = Files.readString(row.group(2) == null ? OFFLINE : PRINTER);
            assertTrue(
                    Pattern.compile("@Test\\s+void " + row.group(3) + "\\(")
                            .matcher(tests)
                            .find(),
                    "row " + row.group(1) + " names no test: " + row.group(3));
        }
    }

    @Test
    void eachClaimAboutOthersHasItsSource() throws IOException {
        String page = page();
        int sources = page.indexOf("## Sources");
        Matcher tags = TAGS.matcher(page.substring(0, sources));
        while (tags.find()) {
            assertTrue(
                    Pattern.compile("(?s)- \\[" + tags.group(1) + "\\][^\\[]*https://")
                            .matcher(page.substring(sources))
                            .find(),
                    "no address for " + tags.group());
        }
    }

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/offline.md"));
    }
}
