package outpost.tools.internal.demo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import outpost.tools.internal.Folders;
import outpost.tools.internal.ToolException;

/** A folder that is empty at the start, and one demo's at a time. */
final class DemoFolder implements AutoCloseable {
    private final Path path;
    private final FileChannel lock;

    private DemoFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** @throws ToolException if a demo is running in it */
    static DemoFolder fresh(Path path) {
        try {
            Files.createDirectories(path.getParent());
            FileChannel channel = FileChannel.open(
                    path.resolveSibling(path.getFileName() + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            if (!isOurs(channel)) {
                channel.close();
                throw new ToolException("another demo is running in " + path);
            }
            Folders.delete(path);
            Files.createDirectories(path);
            return new DemoFolder(path, channel);
        } catch (IOException e) {
            throw new ToolException("cannot make the folder " + path + ": " + e.getMessage(), e);
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new ToolException("cannot release " + path, e);
        }
    }

    private static boolean isOurs(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
