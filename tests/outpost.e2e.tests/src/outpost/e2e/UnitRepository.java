package outpost.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.eclipse.equinox.p2.publisher.eclipse.FeaturesAndBundlesPublisherApplication;

/** A p2 repository that holds one unit of the built till and nothing else, under a higher version, as a technician would publish it. */
@SuppressWarnings("restriction") // The publisher has no API: its application is what everybody calls.
final class UnitRepository {
    private UnitRepository() {}

    /**
     * @param built the build's repository with all units
     * @param unit the bundle's name; its feature has the same with {@code .feature} behind it
     */
    static void publish(Path built, String unit, String from, String to, Path target) throws Exception {
        Path source = Files.createDirectories(target.resolveSibling(target.getFileName() + "-source"));
        Path plugins = Files.createDirectories(source.resolve("plugins"));
        Path features = Files.createDirectories(source.resolve("features"));
        String feature = unit + ".feature";
        rewrite(
                built.resolve("plugins").resolve(unit + "_" + from + ".jar"),
                plugins.resolve(unit + "_" + to + ".jar"),
                from,
                to);
        rewrite(
                built.resolve("features").resolve(feature + "_" + from + ".jar"),
                features.resolve(feature + "_" + to + ".jar"),
                from,
                to);
        Object outcome = new FeaturesAndBundlesPublisherApplication().run(new String[] {
            "-metadataRepository", target.toUri().toString(),
            "-artifactRepository", target.toUri().toString(),
            "-source", source.toString(),
            "-publishArtifacts"
        });
        if (!Integer.valueOf(0).equals(outcome)) {
            throw new IOException("publishing " + unit + " answered " + outcome);
        }
    }

    /** Copies a jar; the version in its manifest, or in its feature.xml, is the new one. */
    private static void rewrite(Path jar, Path copy, String from, String to) throws IOException {
        try (InputStream in = Files.newInputStream(jar);
                JarInputStream entries = new JarInputStream(in);
                OutputStream out = Files.newOutputStream(copy);
                JarOutputStream written = new JarOutputStream(out, newerManifest(entries.getManifest(), to))) {
            for (JarEntry entry = entries.getNextJarEntry(); entry != null; entry = entries.getNextJarEntry()) {
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

    private static Manifest newerManifest(Manifest manifest, String to) {
        Manifest newer = manifest == null ? new Manifest() : new Manifest(manifest);
        Attributes main = newer.getMainAttributes();
        main.putIfAbsent(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (main.getValue("Bundle-Version") != null) {
            main.putValue("Bundle-Version", to);
        }
        return newer;
    }
}
