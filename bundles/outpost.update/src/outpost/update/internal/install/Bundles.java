package outpost.update.internal.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import outpost.update.Refusal.Reason;
import outpost.update.internal.UpdateException;

/** The list of bundles that an installed till starts with, as Equinox's simple configurator keeps it. */
public final class Bundles {
    private static final String FILE = "configuration/org.eclipse.equinox.simpleconfigurator/bundles.info";
    private static final int NAME = 0;
    private static final int VERSION = 1;
    private static final int PLACE = 2;

    private final Path till;
    private final List<String> lines;

    /** @throws UpdateException if it cannot be read */
    public Bundles(Path till) {
        this.till = till;
        try {
            lines = Files.readAllLines(till.resolve(FILE));
        } catch (IOException e) {
            throw new UpdateException("There is no till in " + till, e);
        }
    }

    /** Name to version. */
    public Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>();
        lines.stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(","))
                .forEach(parts -> versions.put(parts[NAME], parts[VERSION]));
        return versions;
    }

    /** The lines without the till's own bundles: what p2 runs on while nothing of the till is started. */
    List<String> platform() {
        return lines.stream().filter(line -> !line.startsWith("outpost.")).toList();
    }

    /** @throws UpdateException if a bundle's file is absent, or lies outside this till */
    void requireFiles() {
        for (String line : lines) {
            if (!line.startsWith("#")) {
                Path place = till.resolve(line.split(",")[PLACE]).normalize();
                if (!place.startsWith(till) || !Files.exists(place)) {
                    throw new UpdateException(Reason.INCOMPLETE, place.toString());
                }
            }
        }
    }
}
