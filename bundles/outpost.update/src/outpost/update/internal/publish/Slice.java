package outpost.update.internal.publish;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import outpost.protocol.Release;
import outpost.update.internal.UpdateException;

/** Some units of a built p2 repository as a repository of their own: a few kilobytes instead of the whole till for every platform. */
public final class Slice {
    private static final String GROUP = ".feature.feature.group";

    private final Path built;
    private final Path target;

    /** @param target a new folder */
    public Slice(Path built, Path target) {
        this.built = built;
        this.target = target;
    }

    /**
     * Copies units with their features.
     *
     * @param names bundles, whose features are called {@code NAME.feature}
     * @return what a till installs
     * @throws UpdateException if the built repository lacks one
     */
    public List<Release.Unit> of(List<String> names) {
        Set<String> wanted = new TreeSet<>();
        for (String name : names) {
            wanted.addAll(List.of(name, name + GROUP, name + ".feature.feature.jar"));
        }
        try {
            Files.createDirectories(target);
            Document content = read("content");
            List<Element> units = keep(content, "unit", unit -> wanted.contains(unit.getAttribute("id")));
            write(content, "content");
            Document artifacts = read("artifacts");
            keep(artifacts, "artifact", Slice.belongsTo(names));
            copyArtifacts(artifacts);
            write(artifacts, "artifacts");
            List<Release.Unit> installed = units.stream()
                    .filter(unit -> unit.getAttribute("id").endsWith(GROUP))
                    .map(unit -> new Release.Unit(unit.getAttribute("id"), unit.getAttribute("version")))
                    .toList();
            if (installed.size() != names.size()) {
                throw new UpdateException("The repository " + built + " lacks one of " + names);
            }
            return installed;
        } catch (IOException | SAXException | ParserConfigurationException | TransformerException e) {
            throw new UpdateException("Cannot take " + names + " out of " + built + ": " + e.getMessage(), e);
        }
    }

    private static Predicate<Element> belongsTo(List<String> names) {
        return artifact -> {
            String id = artifact.getAttribute("id");
            return names.contains(id) || id.endsWith(".feature") && names.contains(id.replaceFirst("\\.feature$", ""));
        };
    }

    /** Removes the list's other elements, and says in the list how many are left. */
    private static List<Element> keep(Document document, String name, Predicate<Element> wanted) {
        NodeList found = document.getElementsByTagName(name);
        List<Element> kept = new ArrayList<>();
        List<Element> dropped = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            Element element = (Element) found.item(i);
            if (element.getParentNode().getNodeName().equals(name + "s")
                    && element.getParentNode().getParentNode() == document.getDocumentElement()) {
                (wanted.test(element) ? kept : dropped).add(element);
            }
        }
        for (Element element : dropped) {
            Node list = element.getParentNode();
            list.removeChild(element);
        }
        kept.stream().findFirst().ifPresent(first -> ((Element) first.getParentNode())
                .setAttribute("size", Integer.toString(kept.size())));
        return kept;
    }

    private void copyArtifacts(Document artifacts) throws IOException {
        NodeList list = artifacts.getElementsByTagName("artifact");
        for (int i = 0; i < list.getLength(); i++) {
            Element artifact = (Element) list.item(i);
            String folder = artifact.getAttribute("classifier").equals("osgi.bundle") ? "plugins" : "features";
            String file = artifact.getAttribute("id") + "_" + artifact.getAttribute("version") + ".jar";
            Files.createDirectories(target.resolve(folder));
            Files.copy(
                    built.resolve(folder).resolve(file), target.resolve(folder).resolve(file));
        }
    }

    private Document read(String name) throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(text(name)));
    }

    /** A repository may have its lists as they are, or compressed. */
    private byte[] text(String name) throws IOException {
        Path plain = built.resolve(name + ".xml");
        if (Files.exists(plain)) {
            return Files.readAllBytes(plain);
        }
        try (ZipFile jar = new ZipFile(built.resolve(name + ".jar").toFile());
                InputStream xml = jar.getInputStream(jar.getEntry(name + ".xml"))) {
            return xml.readAllBytes();
        }
    }

    /** Compressed, as p2 reads it too: a list of one unit is a tenth of its text. */
    private void write(Document document, String name) throws IOException, TransformerException {
        document.normalizeDocument();
        ZipEntry entry = new ZipEntry(name + ".xml");
        // The same units make the same file, whenever that is.
        entry.setTime(0);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(target.resolve(name + ".jar")))) {
            out.putNextEntry(entry);
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(out));
        }
    }
}
