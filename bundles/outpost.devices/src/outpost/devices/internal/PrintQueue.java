package outpost.devices.internal;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.devices.DeviceException;
import outpost.devices.PrintJob;
import outpost.devices.ReceiptPrinter;

/** What waits for the printer: one file for each document, in a folder of its own, written whole or not at all. */
final class PrintQueue {
    private static final Logger LOG = LoggerFactory.getLogger(PrintQueue.class);
    private static final String SUFFIX = ".print";
    private static final String UNFINISHED = ".part";
    private static final String DAMAGED = ".damaged";
    private static final int FORM = 1;

    private final Path folder;
    private final Clock clock;
    private final ConcurrentSkipListMap<Long, PrintJob> jobs = new ConcurrentSkipListMap<>();
    private final AtomicLong lastId = new AtomicLong();

    private PrintQueue(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Opens the queue with what waited when the till was closed.
     *
     * @throws DeviceException if the folder cannot be made or read
     */
    static PrintQueue open(Path folder, Clock clock) {
        PrintQueue queue = new PrintQueue(folder, clock);
        try {
            Files.createDirectories(folder);
            for (Path file : files(folder)) {
                if (file.toString().endsWith(UNFINISHED)) {
                    Files.delete(file);
                } else if (file.toString().endsWith(SUFFIX)) {
                    queue.find(file);
                }
            }
        } catch (IOException e) {
            throw new DeviceException("cannot open the print queue in " + folder, e);
        }
        return queue;
    }

    List<PrintJob> jobs() {
        return List.copyOf(jobs.values());
    }

    int size() {
        return jobs.size();
    }

    /** @throws DeviceException if too many documents wait already, or the disk does not take another */
    PrintJob add(String title, byte[] document) {
        if (jobs.size() >= ReceiptPrinter.MAX_WAITING) {
            throw new DeviceException(ReceiptPrinter.MAX_WAITING + " documents wait for the printer already");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        // Milliseconds, so that a number is not given out again when the queue was empty at a restart.
        long id = lastId.updateAndGet(last -> Math.max(last + 1, now.toEpochMilli()));
        PrintJob job = new PrintJob(id, title, now);
        try {
            write(job, document);
        } catch (IOException e) {
            throw new DeviceException("cannot keep '" + title + "' for the printer", e);
        }
        jobs.put(id, job);
        return job;
    }

    /** The oldest document, or empty if none waits. One whose file was damaged is put aside. */
    Optional<Document> first() {
        for (PrintJob job : jobs.values()) {
            try {
                return Optional.of(new Document(job, read(file(job.id())).bytes()));
            } catch (NoSuchFileException e) {
                LOG.debug("{} was taken out of the print queue meanwhile", job.title());
            } catch (IOException e) {
                setAside(file(job.id()), e);
            }
            jobs.remove(job.id());
        }
        return Optional.empty();
    }

    void remove(PrintJob job) {
        jobs.remove(job.id());
        try {
            Files.deleteIfExists(file(job.id()));
        } catch (IOException e) {
            LOG.warn("{} is printed or cancelled, but may be printed again after a restart", job.title(), e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private void find(Path file) {
        try {
            PrintJob job = read(file).job();
            jobs.put(job.id(), job);
            lastId.accumulateAndGet(job.id(), Math::max);
        } catch (IOException e) {
            setAside(file, e);
        }
    }

    private void write(PrintJob job, byte[] document) throws IOException {
        Path part = folder.resolve(job.id() + UNFINISHED);
        try (FileChannel channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            OutputStream stream = Channels.newOutputStream(channel);
            DataOutputStream data = new DataOutputStream(stream);
            data.writeInt(FORM);
            data.writeLong(job.id());
            data.writeUTF(job.title());
            data.writeLong(job.since().toEpochMilli());
            data.writeInt(document.length);
            data.write(document);
            data.flush();
            channel.force(true);
        }
        Files.move(part, file(job.id()), StandardCopyOption.ATOMIC_MOVE);
        forceFolder();
    }

    /** Makes the new name durable; Windows does that by itself and has no handle for it. */
    private void forceFolder() throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static Document read(Path file) throws IOException {
        try (DataInputStream data = new DataInputStream(Files.newInputStream(file))) {
            int form = data.readInt();
            if (form != FORM) {
                throw new IOException("a print job of form " + form);
            }
            PrintJob job = new PrintJob(data.readLong(), data.readUTF(), Instant.ofEpochMilli(data.readLong()));
            byte[] document = new byte[data.readInt()];
            data.readFully(document);
            return new Document(job, document);
        }
    }

    private static void setAside(Path file, IOException damage) {
        LOG.error("A document for the printer cannot be read and is put aside: {}", file, damage);
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + DAMAGED), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("It could not be put aside", e);
        }
    }

    private Path file(long id) {
        return folder.resolve(id + SUFFIX);
    }

    /** @param bytes in the printer's language */
    record Document(PrintJob job, byte[] bytes) {}
}
