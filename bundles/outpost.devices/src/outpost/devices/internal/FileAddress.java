package outpost.devices.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** A file to which is appended, or a device file such as {@code /dev/usb/lp0}. It tells nothing back. */
record FileAddress(Path path) implements Address {
    @Override
    public Connection open() throws IOException {
        boolean regular = !Files.exists(path) || Files.isRegularFile(path);
        FileChannel channel = regular
                ? FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                : FileChannel.open(path, StandardOpenOption.WRITE);
        return new FileConnection(channel, regular);
    }

    private record FileConnection(FileChannel channel, boolean regular) implements Connection {
        @Override
        public boolean canAnswer() {
            return false;
        }

        @Override
        public void write(byte[] bytes, Duration limit) throws IOException {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            if (regular) {
                channel.force(false);
            }
        }

        @Override
        public int read(Duration limit) {
            return SILENCE;
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
