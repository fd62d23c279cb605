package outpost.outbox.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pages of a database file that SQLite refuses to open, each as it was committed last, as far as that can be told. Nothing in the file is trusted: what is read here
 * must prove itself.
 *
 * <p>Source: sqlite.org/fileformat2.html, sections 1.3 and 4.
 */
final class Pages implements AutoCloseable {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int LOG_MAGIC = 0x377f0682;
    private static final int LOG_HEADER = 32;
    private static final int FRAME_HEADER = 24;
    private static final int USUAL_SIZE = 4096;

    private final Optional<FileChannel> file;
    private final Optional<FileChannel> log;
    private final int size;
    private final Map<Integer, Long> inLog = new HashMap<>();

    /** @param folder holds the database and its log under their usual names; either may be absent */
    Pages(Path folder) throws IOException {
        file = open(folder.resolve("outpost.db"));
        log = open(folder.resolve("outpost.db-wal"));
        size = pageSize();
        if (log.isPresent()) {
            readLog(log.get());
        }
    }

    /** Bytes of a page. */
    int size() {
        return size;
    }

    /** Pages are numbered from 1 to this. */
    int count() throws IOException {
        long inFile = file.isPresent() ? file.get().size() / size : 0;
        return (int) Math.max(
                inFile,
                inLog.keySet().stream().mapToInt(Integer::intValue).max().orElse(0));
    }

    /** Empty where the disk does not give it. */
    Optional<ByteBuffer> page(int number) {
        Optional<FileChannel> from = inLog.containsKey(number) ? log : file;
        long at = inLog.getOrDefault(number, (number - 1L) * size);
        return number < 1 ? Optional.empty() : from.flatMap(channel -> read(channel, at, size));
    }

    @Override
    public void close() throws IOException {
        for (Optional<FileChannel> channel : List.of(file, log)) {
            if (channel.isPresent()) {
                channel.get().close();
            }
        }
    }

    /**
     * Frames count up to the last one that ends a transaction. Their checksums do not: SQLite stops at the first wrong one, and so would lose what was committed behind the damage.
     */
    private void readLog(FileChannel channel) throws IOException {
        Optional<Long> salts = logHeader(channel).map(header -> header.getLong(16));
        Map<Integer, Long> open = new HashMap<>();
        for (long at = LOG_HEADER; at + FRAME_HEADER + size <= channel.size(); at += FRAME_HEADER + size) {
            Optional<ByteBuffer> frame = read(channel, at, FRAME_HEADER);
            if (frame.isPresent() && salts.equals(Optional.of(frame.get().getLong(8)))) {
                open.put(frame.get().getInt(0), at + FRAME_HEADER);
                if (frame.get().getInt(4) != 0) {
                    inLog.putAll(open);
                    open.clear();
                }
            }
        }
    }

    private int pageSize() {
        Optional<ByteBuffer> header = file.flatMap(channel -> read(channel, 0, MAGIC.length + 2))
                .filter(bytes -> Arrays.equals(bytes.array(), 0, MAGIC.length, MAGIC, 0, MAGIC.length));
        if (header.isPresent()) {
            int said = header.get().getShort(MAGIC.length) & 0xffff;
            return likely(said == 1 ? 1 << 16 : said);
        }
        return log.flatMap(Pages::logHeader)
                .map(bytes -> likely(bytes.getInt(8)))
                .orElse(USUAL_SIZE);
    }

    private static int likely(int said) {
        return said >= 512 && said <= 1 << 16 && Integer.bitCount(said) == 1 ? said : USUAL_SIZE;
    }

    private static Optional<ByteBuffer> logHeader(FileChannel channel) {
        return read(channel, 0, LOG_HEADER).filter(bytes -> (bytes.getInt(0) & ~1) == LOG_MAGIC);
    }

    private static Optional<FileChannel> open(Path path) throws IOException {
        return Files.exists(path) ? Optional.of(FileChannel.open(path, StandardOpenOption.READ)) : Optional.empty();
    }

    private static Optional<ByteBuffer> read(FileChannel channel, long at, int length) {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        try {
            while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) >= 0) {
                // A disk may give less than it was asked for.
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return bytes.hasRemaining() ? Optional.empty() : Optional.of(bytes.flip());
    }
}
