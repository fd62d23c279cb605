package outpost.tools.internal.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import outpost.tools.internal.ToolException;

/** What the last build's tests came to, as its reports say. */
final class Results {
    private final Map<String, List<Case>> byClass = new HashMap<>();

    private Results() {}

    /** How one run of a test ended. */
    enum Ending {
        PASSED,
        SKIPPED,
        FAILED
    }

    private record Case(String method, Ending ending) {}

    /** Reads {@code TESTS/X/target/surefire-reports/TEST-….xml}. */
    static Results in(Path tests) {
        Results results = new Results();
        try (Stream<Path> files = Files.walk(tests)) {
            files.filter(file -> file.getParent().endsWith("target/surefire-reports"))
                    .filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                    .forEach(results::read);
        } catch (IOException e) {
            throw new ToolException("cannot read " + tests, e);
        }
        return results;
    }

    boolean isEmpty() {
        return byClass.isEmpty();
    }

    /** How each run of that test ended: several where it has parameters or is a whole class, none where it did not run. */
    List<Ending> of(TaggedTest test) {
        return byClass.getOrDefault(test.className(), List.of()).stream()
                .filter(run -> test.method().map(run.method()::equals).orElse(true))
                .map(Case::ending)
                .toList();
    }

    private void read(Path report) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream bytes = Files.newInputStream(report)) {
            XMLStreamReader xml = factory.createXMLStreamReader(bytes);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("testcase")) {
                    String className = xml.getAttributeValue(null, "classname");
                    String method = xml.getAttributeValue(null, "name").split("\\W", 2)[0];
                    byClass.computeIfAbsent(className, name -> new ArrayList<>())
                            .add(new Case(method, ending(xml)));
                }
            }
        } catch (IOException | XMLStreamException e) {
            throw new ToolException("cannot read " + report, e);
        }
    }

    private static Ending ending(XMLStreamReader xml) throws XMLStreamException {
        Ending ending = Ending.PASSED;
        while (xml.next() != XMLStreamConstants.END_ELEMENT
                || !xml.getLocalName().equals("testcase")) {
            if (xml.isStartElement()) {
                ending = switch (xml.getLocalName()) {
                    case "failure", "error" -> Ending.FAILED;
                    case "skipped" -> Ending.SKIPPED;
                    default -> ending;
                };
            }
        }
        return ending;
    }
}
