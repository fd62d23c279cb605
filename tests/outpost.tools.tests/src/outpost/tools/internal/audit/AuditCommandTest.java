package outpost.tools.internal.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.tools.internal.Call;

class AuditCommandTest {
    // In two pieces, as the audit of this very project reads this file too.
    private static final String TAG = "@Ta" + "g(\"";

    @TempDir
    Path project;

    @BeforeEach
    void page() throws IOException {
        write("docs/acceptance.md", "| id | promise |\n|---|---|\n| A-1 | it sells |\n| A-2 | it adds up |\n");
        test("class SellTest {\n    @Test\n    " + TAG
                + "A-1\")\n    void sells() {}\n\n    @Test\n    void other() {}\n}\n");
        write(
                "tests/x.tests/src/shop/SumTest.java",
                "package shop;\n\n" + TAG
                        + "A-2\")\nclass SumTest {\n    @ParameterizedTest\n    void adds(long seed) {}\n}\n");
        report("<testcase name=\"sells\" classname=\"shop.SellTest\" time=\"0.1\"/>"
                + "<testcase name=\"other\" classname=\"shop.SellTest\" time=\"0.1\"><failure>of no promise</failure></testcase>"
                + "<testcase name=\"adds(long)[1] 1\" classname=\"shop.SumTest\" time=\"0.1\"><system-out>x</system-out></testcase>"
                + "<testcase name=\"adds(long)[2] 2\" classname=\"shop.SumTest\" time=\"0.1\"/>");
    }

    @Test
    void whereEachPromiseHasATestThatPassedAllIsKept() {
        Call audit = audit();

        assertEquals(0, audit.exitCode(), audit.err());
        assertTrue(audit.out().contains("A-1    ok     1 tests    1 runs  it sells"), audit.out());
        assertTrue(audit.out().contains("A-2    ok     1 tests    2 runs  it adds up"), audit.out());
        assertTrue(audit.out().contains("2 of 2 promises kept"), audit.out());
    }

    @Test
    void aPromiseWithoutATestIsNamed() throws IOException {
        test("class SellTest {\n    @Test\n    void sells() {}\n}\n");

        assertFault("A-1 has no test");
    }

    @Test
    void anIdThatIsNoPromisesIsNamed() throws IOException {
        test("class SellTest {\n    " + TAG + "A-1\")\n    " + TAG + "A-3\")\n    void sells() {}\n}\n");

        assertFault("shop.SellTest.sells carries A-3, which the page does not have");
    }

    @Test
    void aTestThatFailedWasSkippedOrDidNotRunIsNamed() throws IOException {
        report("<testcase name=\"sells\" classname=\"shop.SellTest\"><error message=\"no\">trace</error></testcase>"
                + "<testcase name=\"adds(long)[1] 1\" classname=\"shop.SumTest\"><skipped/></testcase>");
        assertFault("A-1: shop.SellTest.sells has failed");
        assertFault("A-2: shop.SumTest was skipped");

        report("<testcase name=\"adds(long)[1] 1\" classname=\"shop.SumTest\"/>");
        assertFault("A-1: shop.SellTest.sells did not run");
    }

    @Test
    void withoutResultsOnlyPageAndTestsAreCompared() throws IOException {
        Files.delete(project.resolve("tests/x.tests/target/surefire-reports/TEST-shop.xml"));

        assertEquals(1, audit().exitCode());
        assertEquals(0, audit("--no-results").exitCode());
    }

    @Test
    void anIdThatStandsTwiceOnThePageIsRefused() throws IOException {
        write("docs/acceptance.md", "| A-1 | it sells |\n| A-1 | it adds up |\n");

        assertFault("acceptance.md has A-1 twice");
    }

    private void assertFault(String sentence) {
        Call audit = audit();
        assertEquals(1, audit.exitCode(), audit.out());
        assertTrue(audit.err().contains(sentence), audit.err());
    }

    private Call audit(String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "audit";
        arguments[1] = "--project=" + project;
        System.arraycopy(options, 0, arguments, 2, options.length);
        return Call.of(arguments);
    }

    private void test(String source) throws IOException {
        write("tests/x.tests/src/shop/SellTest.java", "package shop;\n\n" + source);
    }

    private void report(String cases) throws IOException {
        write(
                "tests/x.tests/target/surefire-reports/TEST-shop.xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite>" + cases + "</testsuite>\n");
    }

    private void write(String path, String text) throws IOException {
        Path file = project.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
