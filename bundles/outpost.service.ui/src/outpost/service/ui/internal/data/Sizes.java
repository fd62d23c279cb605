package outpost.service.ui.internal.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import outpost.outbox.OutboxCounts;
import outpost.store.Store;
import outpost.store.StoreException;

/**
 * What this till's folder holds, in bytes where nothing else is said.
 *
 * @param ahead what was committed and is not yet in the database's own file
 * @param damaged how many damaged databases were set aside
 * @param waiting events that the cloud does not have yet
 */
record Sizes(
        Path folder, long database, long ahead, long logs, long prints, long free, int damaged, OutboxCounts waiting) {
    /** Reads the disk. */
    static Sizes of(Store store, OutboxCounts waiting) {
        Path folder = store.directory();
        return new Sizes(
                folder,
                bytes(folder.resolve("outpost.db")),
                bytes(folder.resolve("outpost.db-wal")),
                bytes(folder.resolve("log")),
                bytes(folder.resolve("print")),
                folder.toFile().getUsableSpace(),
                store.setAside().size(),
                waiting);
    }

    private static long bytes(Path place) {
        if (!Files.exists(place)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException | UncheckedIOException e) {
            throw new StoreException("cannot look at " + place, e);
        }
    }
}
