package outpost.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Holds the bundles to {@code docs/architecture.md}. */
class ArchitectureTest {
    private static final Path ROOT = Path.of(System.getProperty("outpost.root"));
    private static final Set<String> REMOVABLE = Set.of(
            "outpost.sync.worker",
            "outpost.sync.peer",
            "outpost.inventory",
            "outpost.room",
            "outpost.reconcile.ui",
            "outpost.service.ui",
            "outpost.update");
    private static final Pattern OWN_BUNDLE = Pattern.compile("\\boutpost\\.[a-z.]+[a-z]\\b");

    @Test
    void theArrowsBetweenBundlesAreTheOnesInTheArchitecturePage() throws IOException {
        assertEquals(print(documentedArrows()), print(builtArrows()));
    }

    @Test
    @Tag("A-102")
    void nothingNeedsABundleThatATillMustSellWithout() throws IOException {
        Map<String, Set<String>> arrows = builtArrows();
        arrows.keySet().removeAll(REMOVABLE);
        arrows.forEach((bundle, needs) -> needs.forEach(
                need -> assertFalse(REMOVABLE.contains(need), bundle + " needs " + need + ", which may be absent")));
    }

    @Test
    void noBundleNeedsItselfOverOthers() throws IOException {
        Map<String, Set<String>> arrows = builtArrows();
        arrows.keySet()
                .forEach(bundle -> assertFalse(reachable(arrows, bundle).contains(bundle), bundle + " is in a cycle"));
    }

    @Test
    void everyBundleIsNamedAsItsFolder() throws IOException {
        for (Path bundle : bundleFolders()) {
            String folder = bundle.getFileName().toString();
            String build = Files.readString(bundle.resolve("pde.bnd"));
            String expected = folder.equals("server-bundle") ? "outpost.cloud" : folder;
            assertTrue(build.contains("Bundle-SymbolicName: " + expected), folder + " holds another bundle");
        }
    }

    @Test
    void noSentenceOfTheProjectPointsOutsideOfIt() throws IOException {
        Pattern outside = Pattern.compile("(DESIGN|FACTS-[a-z]+|STYLE)\\.md");
        try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
            for (Path page :
                    files.filter(file -> file.toString().endsWith(".md")).toList()) {
                assertFalse(outside.matcher(Files.readString(page)).find(), page + " points outside of the project");
            }
        }
    }

    private static Map<String, Set<String>> documentedArrows() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/architecture.md"));
        String list = page.substring(page.indexOf("<!-- arrows"), page.indexOf("<!-- end of arrows"));
        return list.lines()
                .filter(line -> line.startsWith("outpost."))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf("->")).strip(),
                        line -> ownBundles(line.substring(line.indexOf("->"))),
                        (first, second) -> second,
                        TreeMap::new));
    }

    private static Map<String, Set<String>> builtArrows() throws IOException {
        Map<String, Set<String>> arrows = new TreeMap<>();
        for (Path bundle : bundleFolders()) {
            String build = Files.readString(bundle.resolve("pde.bnd"));
            Matcher name = Pattern.compile("Bundle-SymbolicName: ([a-z.]+)").matcher(build);
            assertTrue(name.find(), bundle + " has no symbolic name");
            int path = build.indexOf("-buildpath:");
            Set<String> needs = path < 0 ? new TreeSet<>() : ownBundles(build.substring(path));
            arrows.put(name.group(1), needs);
        }
        // Wrapped libraries are not part of the architecture.
        arrows.values().forEach(needs -> needs.removeIf(need -> !arrows.containsKey(need)));
        return arrows;
    }

    private static List<Path> bundleFolders() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT.resolve("bundles"))) {
            return Stream.concat(folders, Stream.of(ROOT.resolve("server-bundle")))
                    .filter(folder -> Files.exists(folder.resolve("pde.bnd")))
                    .sorted()
                    .toList();
        }
    }

    private static Set<String> ownBundles(String text) {
        return OWN_BUNDLE
                .matcher(text)
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> reachable(Map<String, Set<String>> arrows, String from) {
        Set<String> seen = new TreeSet<>();
        Deque<String> next = new ArrayDeque<>(arrows.get(from));
        while (!next.isEmpty()) {
            String bundle = next.pop();
            if (seen.add(bundle)) {
                next.addAll(arrows.getOrDefault(bundle, Set.of()));
            }
        }
        return seen;
    }

    private static String print(Map<String, Set<String>> arrows) {
        return arrows.entrySet().stream()
                .map(arrow -> arrow.getKey() + " -> " + String.join(" ", arrow.getValue()))
                .collect(Collectors.joining("\n"));
    }
}
