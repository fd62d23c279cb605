package outpost.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
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
    private static final Path OFFLINE = ROOT.resolve("tests/outpost.isolation.tests/src/outpost/isolation");
    private static final Path DEVICES = ROOT.resolve("tests/outpost.devices.tests/src/outpost/devices/internal");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (\\d+) \\| [^|]+ \\| yes: `(\\w+Test)?\\.?(\\w+)` \\|");
    private static final Pattern TAGS = Pattern.compile("\\[([OLSP]\\d)\\]");

    @Test
    void eachOfThirtyOperationsIsDoneByATest() throws IOException {
        List<MatchResult> rows = ROW.matcher(page()).results().toList();

        assertEquals(
                IntStream.rangeClosed(1, 30).mapToObj(Integer::toString).toList(),
                rows.stream().map(row -> row.group(1)).toList());
        for (MatchResult row : rows) {
            String tests =
                    row.group(2) == null ? offlineTests() : Files.readString(DEVICES.resolve(row.group(2) + ".java"));
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

    private static String offlineTests() throws IOException {
        StringBuilder tests = new StringBuilder();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(OFFLINE, "Offline*Test.java")) {
            for (Path file : files) {
                tests.append(Files.readString(file));
            }
        }
        return tests.toString();
    }

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/offline.md"));
    }
}
