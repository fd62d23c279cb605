package outpost.store.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.store.StoreException;

/** Keeps a data folder for one till: two on one file would each number their own events. It ends with the process at the latest. */
final class FolderLock {
    private static final Logger log = LoggerFactory.getLogger(FolderLock.class);
    /** The lock is beside the text, so that who holds it can be read on Windows too. */
    private static final long LOCKED_BYTE = 1L << 20;

    private final FileChannel channel;

    private final boolean foundUnclosed;

    private FolderLock(FileChannel channel, boolean foundUnclosed) {
        this.channel = channel;
        this.foundUnclosed = foundUnclosed;
    }

    /** @throws StoreException if another till holds the folder, with a sentence for the technician */
    static FolderLock acquire(Path folder) {
        Path file = folder.resolve("outpost.lock");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!lock(channel)) {
                channel.close();
                throw new StoreException("the data folder " + folder + " is in use by another till" + holder(file));
            }
            boolean unclosed = channel.size() > 0;
            channel.truncate(0);
            String process = Long.toString(ProcessHandle.current().pid());
            channel.write(ByteBuffer.wrap(process.getBytes(StandardCharsets.US_ASCII)));
            return new FolderLock(channel, unclosed);
        } catch (IOException e) {
            throw new StoreException("cannot lock the data folder " + folder, e);
        }
    }

    /** Whether the till before did not come to its end: it was killed, or the power failed. */
    boolean foundUnclosed() {
        return foundUnclosed;
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static String holder(Path file) throws IOException {
        String process = Files.readString(file, StandardCharsets.US_ASCII).strip();
        return process.isEmpty() ? "" : " (process " + process + ")";
    }

    /** @param clean whether what the folder holds was closed in order */
    void release(boolean clean) {
        try {
            if (clean) {
                channel.truncate(0);
            }
            channel.close();
        } catch (IOException e) {
            log.warn("Could not release the data folder's lock", e);
        }
    }
}
