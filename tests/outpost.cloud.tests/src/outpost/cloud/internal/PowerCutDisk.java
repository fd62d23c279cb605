package outpost.cloud.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file system for H2 ({@code jdbc:h2:powercut:…}) that knows what a power cut would leave of each file: beside each file {@code X} lies
 * {@code X.forced}, which gets what was written only when the file is forced to the disk. It can be full besides.
 */
public final class PowerCutDisk extends FilePathWrapper {
    static final String SCHEME = "powercut";
    static final String FORCED = ".forced";

    /** H2 makes a file system anew for each file, so the disk's state can be nobody's field. */
    private static volatile boolean full;

    /** Whether writing fails from now on. */
    static void full(boolean now) {
        full = now;
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        FileChannel file = super.open(mode);
        Path forced = Path.of(unwrap().toString() + FORCED);
        return new Channel(
                file,
                FileChannel.open(forced, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    @FunctionalInterface
    private interface Change {
        void applyTo(FileChannel file) throws IOException;
    }

    private static final class Channel extends FileBase {
        private final FileChannel file;
        private final FileChannel forced;
        private final List<Change> unforced = new ArrayList<>();

        Channel(FileChannel file, FileChannel forced) {
            this.file = file;
            this.forced = forced;
        }

        @Override
        public synchronized int write(ByteBuffer source, long position) throws IOException {
            if (full) {
                throw new IOException("No space left on device");
            }
            byte[] bytes = new byte[source.remaining()];
            source.duplicate().get(bytes);
            unforced.add(disk -> disk.write(ByteBuffer.wrap(bytes), position));
            return file.write(source, position);
        }

        @Override
        public synchronized int write(ByteBuffer source) throws IOException {
            long before = file.position();
            int written = write(source, before);
            file.position(before + written);
            return written;
        }

        @Override
        public synchronized FileChannel truncate(long size) throws IOException {
            unforced.add(disk -> disk.truncate(size));
            file.truncate(size);
            return this;
        }

        @Override
        public synchronized void force(boolean metaData) throws IOException {
            file.force(metaData);
            for (Change change : unforced) {
                change.applyTo(forced);
            }
            unforced.clear();
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            return file.read(target);
        }

        @Override
        public synchronized int read(ByteBuffer target, long position) throws IOException {
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
        protected synchronized void implCloseChannel() throws IOException {
            file.close();
            forced.close();
        }
    }
}
