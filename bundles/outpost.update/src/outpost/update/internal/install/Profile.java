package outpost.update.internal.install;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import outpost.update.internal.UpdateException;

/** What p2 has written down of an installed till. */
public final class Profile {
    private static final String FOLDER = "p2/org.eclipse.equinox.p2.engine/profileRegistry/DefaultProfile.profile";
    private static final String ROOT = "org.eclipse.equinox.p2.type.root";

    private final Map<String, String> roots;

    private Profile(Map<String, String> roots) {
        this.roots = roots;
    }

    /** @throws UpdateException if it cannot be read */
    public static Profile of(Path till) {
        Path newest = newest(till.resolve(FOLDER));
        try (InputStream file = Files.newInputStream(newest);
                InputStream xml = new BufferedInputStream(new GZIPInputStream(file))) {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            return new Profile(roots(factory.createXMLStreamReader(xml)));
        } catch (IOException | XMLStreamException e) {
            throw new UpdateException("p2's list of what is installed cannot be read: " + newest, e);
        }
    }

    /** What was installed by name: units with their versions. */
    public Map<String, String> roots() {
        return roots;
    }

    private static Map<String, String> roots(XMLStreamReader xml) throws XMLStreamException {
        Map<String, String> roots = new TreeMap<>();
        Optional<String[]> unit = Optional.empty();
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("iuProperties")) {
                    unit = Optional.of(
                            new String[] {xml.getAttributeValue(null, "id"), xml.getAttributeValue(null, "version")});
                } else if (xml.getLocalName().equals("property") && ROOT.equals(xml.getAttributeValue(null, "name"))) {
                    unit.ifPresent(known -> roots.put(known[0], known[1]));
                }
            }
        }
        return roots;
    }

    /** Its files are named by when they were written. */
    private static Path newest(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.profile.gz")) {
            Optional<Path> newest = Optional.empty();
            for (Path file : files) {
                newest = newest.filter(
                                known -> Comparator.comparing(Path::toString).compare(known, file) > 0)
                        .or(() -> Optional.of(file));
            }
            return newest.orElseThrow(() -> new UpdateException("p2 has nothing installed in " + folder));
        } catch (IOException e) {
            throw new UpdateException("p2 has nothing installed in " + folder, e);
        }
    }
}
