package outpost.store.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.store.Store;
import outpost.store.StoreException;

/** The store in one SQLite file. Its only writer is one thread, whose queue is bounded by its callers: each waits for its own work. */
@Component(immediate = true)
public final class SqliteStore implements Store {
    private static final Logger log = LoggerFactory.getLogger(SqliteStore.class);
    private static final long CLOSE_TIMEOUT_MILLIS = 10_000;

    private final Path directory;
    private final FolderLock lock;
    private final SqliteFile file;
    private final ReadPool readers;
    private final ExecutorService executor;
    private final Migrations migrations;
    private final SetAside aside;
    private volatile boolean damaged;
    private volatile Thread writerThread;
    /** Only the writer thread touches it. */
    private Session writer;

    @Activate
    public SqliteStore(BundleContext context) {
        this(reported(() -> DataFolder.of(context)));
    }

    SqliteStore(Path directory) {
        this.directory = reported(() -> DataFolder.created(directory));
        this.lock = reported(() -> FolderLock.acquire(directory));
        this.file = new SqliteFile(directory);
        this.migrations = new Migrations(file);
        this.aside = new SetAside(directory);
        this.readers = new ReadPool(file::reader);
        this.executor = Executors.newSingleThreadExecutor(this::newWriterThread);
        boolean open = false;
        try {
            // The writer comes first: it makes the file and its write-ahead log.
            reported(this::setAsideWhatIsDamaged);
            reported(() -> onWriter(this::writer));
            open = true;
        } finally {
            if (!open) {
                close();
            }
        }
        log.info("Database open in {}", directory);
    }

    @Override
    public <T> T write(Work<T> work) {
        if (Thread.currentThread() == writerThread) {
            throw new IllegalStateException("a write within a write");
        }
        return watched(() -> onWriter(() -> writer().write(work)));
    }

    @Override
    public <T> T read(Work<T> work) {
        return watched(() -> readers.read(work));
    }

    @Override
    public void migrate(String unit, Class<?> owner) {
        watched(() -> onWriter(() -> {
            migrations.run(unit, owner, writer());
            return unit;
        }));
    }

    @Override
    public Path directory() {
        return directory;
    }

    @Override
    public List<Path> setAside() {
        return aside.folders();
    }

    @Deactivate
    void close() {
        boolean clean = false;
        executor.shutdown();
        try {
            boolean written = executor.awaitTermination(CLOSE_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
            boolean read = readers.close(CLOSE_TIMEOUT_MILLIS);
            if (written && read) {
                closeWriter();
                clean = !damaged;
            } else {
                log.warn("Database left open: it was still being {}", written ? "read" : "written");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.release(clean);
        }
    }

    /** The framework keeps what a component's constructor throws in a log of its own; a till that does not start must say why in ours. */
    private static <T> T reported(Supplier<T> step) {
        try {
            return step.get();
        } catch (IllegalStateException | StoreException e) {
            log.error("No database: {}", e.getMessage());
            throw e;
        }
    }

    /** Only a file that was not closed in order is read through: that is when disks leave damage behind. */
    private List<Path> setAsideWhatIsDamaged() {
        aside.finish();
        new Examination(file).fault(lock.foundUnclosed()).ifPresent(fault -> {
            Path folder = aside.take();
            log.error("The database is damaged ({}): it lies in {} now, and a new one begins", fault, folder);
        });
        return aside.folders();
    }

    /** What only shows while the till runs lets the next start look at the whole file. */
    private <T> T watched(Supplier<T> access) {
        try {
            return access.get();
        } catch (StoreException e) {
            if (e.isDamage() && !damaged) {
                damaged = true;
                log.error("The database is damaged; the next start sets it aside and begins a new one", e);
            }
            throw e;
        }
    }

    private Session writer() {
        if (writer != null && writer.isBroken()) {
            closeWriter();
        }
        if (writer == null) {
            writer = file.writer();
        }
        return writer;
    }

    private void closeWriter() {
        if (writer != null) {
            writer.close();
            writer = null;
        }
    }

    private <T> T onWriter(Callable<T> task) {
        try {
            return await(executor.submit(task));
        } catch (RejectedExecutionException e) {
            throw new IllegalStateException("the store is closed", e);
        }
    }

    /** Waits to the end even when interrupted: a caller that left early could not say whether its work was stored. */
    private static <T> T await(Future<T> future) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw thrownOn(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException thrownOn(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException runtime ? runtime : new StoreException("cannot write", cause);
    }

    private Thread newWriterThread(Runnable work) {
        Thread thread = new Thread(work, "outpost-store-writer");
        thread.setDaemon(true);
        writerThread = thread;
        return thread;
    }
}
