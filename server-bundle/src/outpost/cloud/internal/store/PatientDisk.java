package outpost.cloud.internal.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file system of an embedded database, {@code patient:path}: what finds no room on the disk waits for it. H2 itself closes a database that it could
 * not write to, under all connections, and does not reliably come back.
 */
public final class PatientDisk extends FilePathWrapper {
    private static final Logger LOG = LoggerFactory.getLogger(PatientDisk.class);
    private static final String SCHEME = "patient";
    /** How systems say that there is no room: Linux and macOS, with quotas, Windows. */
    private static final List<String> NO_ROOM = List.of("No space left", "quota exceeded", "not enough space");

    private static final long PAUSE_NANOS = 100_000_000;
    private static final String H2 = "jdbc:h2:";
    private static final List<String> NO_FILE = List.of("mem:", "tcp:", "ssl:", SCHEME + ":");
    private static final String FILE = ".mv.db";
    /** By the database's file: H2 makes a file system anew for each file, so that a disk's state can be nobody's field. They stay, as a database opens its file to the very end. */
    private static final Map<String, Room> ROOMS = new ConcurrentHashMap<>();

    /** Whether a database's disk is full. */
    static final class Room implements AutoCloseable {
        private volatile boolean full;
        private volatile boolean closed;

        private Room() {}

        boolean isFull() {
            return full;
        }

        /** Nothing waits any more: whoever still does gets the error. The database may be closed after it. */
        @Override
        public void close() {
            closed = true;
        }

        private <T> T patiently(Work<T> work) throws IOException {
            while (true) {
                try {
                    T done = work.run();
                    full = false;
                    return done;
                } catch (IOException failure) {
                    if (closed || !isNoRoom(failure)) {
                        full = false;
                        throw failure;
                    }
                    if (!full) {
                        LOG.error("The disk is full; what is written waits until there is room", failure);
                        full = true;
                    }
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            }
        }
    }

    /** The same database on this file system; what is no file of this machine stays as it is. */
    public static String url(String url) {
        String path = url.startsWith(H2) ? url.substring(H2.length()) : "";
        boolean isFile = !path.isEmpty() && NO_FILE.stream().noneMatch(path::startsWith);
        return isFile ? H2 + SCHEME + ":" + path : url;
    }

    /**
     * On the disk of a database that is about to be opened.
     *
     * @param url as {@link #url} gives it
     */
    static Room room(String url) {
        String here = H2 + SCHEME + ":";
        if (!url.startsWith(here)) {
            return new Room();
        }
        FilePath.register(new PatientDisk());
        String path = url.substring(here.length()).replaceFirst(";.*", "");
        return ROOMS.compute(
                FilePath.get(path + FILE).toRealPath().toString(),
                (file, former) -> former == null || former.closed ? new Room() : former);
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        Room room = ROOMS.computeIfAbsent(unwrap().toRealPath().toString(), file -> new Room());
        return new Channel(super.open(mode), room);
    }

    private static boolean isNoRoom(IOException failure) {
        String message = String.valueOf(failure.getMessage());
        return NO_ROOM.stream().anyMatch(message::contains);
    }

    @FunctionalInterface
    private interface Work<T> {
        T run() throws IOException;
    }

    private static final class Channel extends FileBase {
        private final FileChannel file;
        private final Room room;

        Channel(FileChannel file, Room room) {
            this.file = file;
            this.room = room;
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            return room.patiently(() -> file.write(source, position));
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            return room.patiently(() -> file.write(source));
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            room.patiently(() -> file.truncate(size));
            return this;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            room.patiently(() -> {
                file.force(metaData);
                return file;
            });
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            return file.read(target);
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            return file.read(target, position);
        }

        @Override
        public long position() throws IOException {
            return file.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            file.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
