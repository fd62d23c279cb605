package outpost.sync.worker.internal;

import com.fasterxml.jackson.databind.MappingIterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import outpost.protocol.Json;
import outpost.protocol.SnapshotLine;

/** The snapshot's lines, read while they arrive, and while what came before them is being stored. */
final class HttpSnapshot implements Cloud.Snapshot {
    private static final int LINES_AHEAD = 2_000;

    private final InputStream body;
    private final ExecutorService reader;
    private final MappingIterator<SnapshotLine> lines;
    private Optional<IOException> trouble = Optional.empty();
    private Iterator<SnapshotLine> here = Collections.emptyIterator();
    private Future<List<SnapshotLine>> coming;

    HttpSnapshot(InputStream body) throws NoAnswerException, InterruptedException {
        this.body = body;
        try {
            lines = Json.mapper().readerFor(SnapshotLine.class).readValues(body);
        } catch (IOException e) {
            closeBody();
            throw HttpCalls.trouble(e);
        }
        reader = Executors.newSingleThreadExecutor(HttpSnapshot::thread);
        coming = reader.submit(this::some);
    }

    @Override
    public Optional<SnapshotLine> next() throws NoAnswerException, InterruptedException {
        if (!here.hasNext()) {
            here = arrived().iterator();
            coming = reader.submit(this::some);
        }
        return here.hasNext() ? Optional.of(here.next()) : Optional.empty();
    }

    private List<SnapshotLine> arrived() throws NoAnswerException, InterruptedException {
        try {
            return coming.get();
        } catch (ExecutionException e) {
            throw HttpCalls.trouble(e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause()));
        }
    }

    /** Lines that follow, none at the end; what came before a break is handed out before the break is told. */
    private List<SnapshotLine> some() throws IOException {
        if (trouble.isPresent()) {
            throw trouble.get();
        }
        List<SnapshotLine> read = new ArrayList<>(LINES_AHEAD);
        try {
            while (read.size() < LINES_AHEAD && lines.hasNextValue()) {
                read.add(lines.nextValue());
            }
        } catch (IOException e) {
            if (read.isEmpty()) {
                throw e;
            }
            trouble = Optional.of(e);
        }
        return read;
    }

    private static Thread thread(Runnable reading) {
        Thread thread = new Thread(reading, "outpost-snapshot");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        reader.shutdownNow();
        closeBody();
    }

    private void closeBody() {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing a received body touches no disk and no line", e);
        }
    }
}
