package outpost.store.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.osgi.framework.BundleContext;
import outpost.store.StoreException;

/** Where this installation keeps what must survive an update: one folder, readable by its owner only. */
final class DataFolder {
    private static final String PROPERTY = "outpost.data";

    private DataFolder() {}

    /**
     * The folder that the framework or system property {@code outpost.data} names.
     *
     * @throws IllegalStateException if it is not set
     */
    static Path of(BundleContext context) {
        String folder = context.getProperty(PROPERTY);
        if (folder == null || folder.isBlank()) {
            throw new IllegalStateException("the property '" + PROPERTY + "' is not set: start the program with -D"
                    + PROPERTY + "=FOLDER, the folder of the till's data");
        }
        return Path.of(folder).toAbsolutePath().normalize();
    }

    static Path created(Path folder) {
        if (Files.isDirectory(folder)) {
            return folder;
        }
        try {
            Files.createDirectories(folder);
            restrict(folder, "rwx------");
            return folder;
        } catch (IOException e) {
            throw new StoreException("cannot create the data folder " + folder, e);
        }
    }

    /** Makes the names of new files durable; Windows does that by itself and has no handle for it. */
    static void force(Path folder) throws IOException {
        if (isPosix(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** On Windows the permissions of the user's own folder are inherited, and protect it. */
    static void restrict(Path path, String permissions) throws IOException {
        if (isPosix(path)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
