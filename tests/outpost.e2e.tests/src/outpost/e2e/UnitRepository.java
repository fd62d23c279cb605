package outpost.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The repository that a build would have made after one unit has changed: the same units, one of them under a higher version. */
final class UnitRepository {
    /** Where a unit's own version stands in p2's description of it; the versions of its packages stay. */
    private static final List<String> OWN_VERSION = List.of(
            "(<unit id='[^']*' version=')%s",
            "(<update id='[^']*' range='\\[0\\.0\\.0,)%s",
            "(<provided"
                    + " namespace='(?:org\\.eclipse\\.equinox\\.p2\\.iu|osgi\\.bundle|osgi\\.identity|org\\.eclipse\\.update\\.feature)'"
                    + " name='[^']*' version=')%s",
            "(<artifact [^>]*version=')%s");

    private final Path built;
    private final String unit;
    private final String from;
    private final String to;

    private UnitRepository(Path built, String unit, String from, String to) {
        this.built = built;
        this.unit = unit;
        this.from = from;
        this.to = to;
    }

    /**
     * Writes it.
     *
     * @param built the build's repository with all units
     * @param unit the bundle's name; its feature has the same with {@code .feature} behind it
     * @param flaw of the newer bundle
     */
    static void publish(Path built, String unit, String from, String to, Flaw flaw, Path target) throws IOException {
        new UnitRepository(built, unit, from, to).write(target, flaw);
    }

    private void write(Path target, Flaw flaw) throws IOException {
        Files.createDirectories(target.resolve("plugins"));
        Files.createDirectories(target.resolve("features"));
        rewrite("plugins/" + unit + "_%s.jar", target, flaw.lacks());
        rewrite("features/" + unit + ".feature_%s.jar", target, Optional.empty());
        String content = text("content");
        for (String id : List.of(unit, unit + ".feature.feature.group", unit + ".feature.feature.jar")) {
            content = change(content, "<unit id='" + Pattern.quote(id) + "' .*?</unit>", this::newer);
        }
        Files.writeString(target.resolve("content.xml"), needing(flaw, content));
        String artifacts = text("artifacts");
        for (String id : List.of(unit, unit + ".feature")) {
            artifacts = change(
                    artifacts,
                    "<artifact classifier='[^']*' id='" + Pattern.quote(id) + "' .*?</artifact>",
                    one -> newer(one).replaceAll("\\s*<property name='(?:download\\.|artifact\\.)[^>]*/>", ""));
        }
        Files.writeString(target.resolve("artifacts.xml"), artifacts);
    }

    private String needing(Flaw flaw, String content) {
        return flaw.needs()
                .map(name -> change(
                        content,
                        "<unit id='" + Pattern.quote(unit) + "' .*?</unit>",
                        described -> change(
                                described,
                                "<required namespace='java.package' name='" + Pattern.quote(name) + "' range='[^']*'",
                                found -> found.replaceFirst("range='[^']*'", "range='[9.0.0,10.0.0)'"))))
                .orElse(content);
    }

    private String newer(String described) {
        String newer = described.replace("range='[" + from + "," + from + "]'", "range='[" + to + "," + to + "]'");
        for (String place : OWN_VERSION) {
            newer = newer.replaceAll(place.formatted(Pattern.quote(from)), "$1" + to);
        }
        return newer;
    }

    private static String change(String text, String part, UnaryOperator<String> change) {
        Matcher matcher = Pattern.compile(part, Pattern.DOTALL).matcher(text);
        return matcher.replaceAll(found -> Matcher.quoteReplacement(change.apply(found.group())));
    }

    private String text(String name) throws IOException {
        try (JarFile jar = new JarFile(built.resolve(name + ".jar").toFile());
                InputStream xml = jar.getInputStream(jar.getEntry(name + ".xml"))) {
            return new String(xml.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Copies a jar; the version in its manifest, or in its feature.xml, is the new one. */
    private void rewrite(String name, Path target, Optional<String> lost) throws IOException {
        try (InputStream in = Files.newInputStream(built.resolve(name.formatted(from)));
                JarInputStream entries = new JarInputStream(in);
                OutputStream out = Files.newOutputStream(target.resolve(name.formatted(to)));
                JarOutputStream written = new JarOutputStream(out, newerManifest(entries.getManifest()))) {
            for (JarEntry entry = entries.getNextJarEntry(); entry != null; entry = entries.getNextJarEntry()) {
                if (lost.filter(entry.getName()::equals).isEmpty()) {
                    written.putNextEntry(new JarEntry(entry.getName()));
                    byte[] content = entries.readAllBytes();
                    if (entry.getName().equals("feature.xml")) {
                        String xml = new String(content, StandardCharsets.UTF_8);
                        content = xml.replace("version=\"" + from + "\"", "version=\"" + to + "\"")
                                .getBytes(StandardCharsets.UTF_8);
                    }
                    written.write(content);
                    written.closeEntry();
                }
            }
        }
    }

    private Manifest newerManifest(Manifest manifest) {
        Manifest newer = manifest == null ? new Manifest() : new Manifest(manifest);
        Attributes main = newer.getMainAttributes();
        main.putIfAbsent(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (main.getValue("Bundle-Version") != null) {
            main.putValue("Bundle-Version", to);
        }
        return newer;
    }

    /**
     * How a newer bundle is a bad one.
     *
     * @param lacks an entry of its jar that is not there
     * @param needs a package of which it wants a version 9 that nobody has
     */
    record Flaw(Optional<String> lacks, Optional<String> needs) {
        static final Flaw NONE = new Flaw(Optional.empty(), Optional.empty());

        static Flaw lacks(String entry) {
            return new Flaw(Optional.of(entry), Optional.empty());
        }

        static Flaw needs(String packageName) {
            return new Flaw(Optional.empty(), Optional.of(packageName));
        }
    }
}
