package outpost.update.internal.trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where a repository is read from; nothing of what it gives is believed. */
public interface Source {
    /**
     * A file's content.
     *
     * @param path as in {@link outpost.protocol.Release.File#path()}
     * @return empty if it is not there
     * @throws IOException if the source cannot be reached, with a sentence
     */
    Optional<InputStream> open(String path) throws IOException, InterruptedException;

    /** A folder, for updates that a technician carries, or a channel's address. */
    static Source of(String place) {
        return place.startsWith("http://") || place.startsWith("https://")
                ? new HttpSource(Address.of(place))
                : folder(Path.of(place));
    }

    private static Source folder(Path folder) {
        return path -> {
            Path file = folder.resolve(path).normalize();
            boolean there = file.startsWith(folder.normalize()) && Files.isRegularFile(file);
            return there ? Optional.of(Files.newInputStream(file)) : Optional.empty();
        };
    }
}
