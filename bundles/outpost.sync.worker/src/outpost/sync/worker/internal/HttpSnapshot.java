package outpost.sync.worker.internal;

import com.fasterxml.jackson.databind.MappingIterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import outpost.protocol.Json;
import outpost.protocol.SnapshotLine;

/** The snapshot's lines, read while they arrive, and while what came before them is being stored. What has arrived waits for nothing that follows it. */
final class HttpSnapshot implements Cloud.Snapshot {
    private static final int LINES_AHEAD = 10_000;

    private final InputStream body;
    private final MappingIterator<SnapshotLine> lines;
    private final Thread reader;
    /** What the reader has read; an empty one is the end, or the trouble that ended it. */
    private final BlockingQueue<Optional<SnapshotLine>> ahead = new ArrayBlockingQueue<>(LINES_AHEAD);

    private final Queue<Optional<SnapshotLine>> here = new ArrayDeque<>();
    private volatile Optional<IOException> trouble = Optional.empty();

    HttpSnapshot(InputStream body) throws NoAnswerException, InterruptedException {
        this.body = body;
        try {
            lines = Json.mapper().readerFor(SnapshotLine.class).readValues(body);
        } catch (IOException e) {
            closeBody();
            throw HttpCalls.trouble(e);
        }
        reader = new Thread(this::readAhead, "outpost-snapshot");
        reader.setDaemon(true);
        reader.start();
    }

    @Override
    public Optional<SnapshotLine> next() throws NoAnswerException, InterruptedException {
        if (here.isEmpty()) {
            here.add(ahead.take());
            ahead.drainTo(here);
        }
        Optional<SnapshotLine> next = here.remove();
        if (next.isEmpty()) {
            // Whoever asks again is told the same.
            here.add(next);
            if (trouble.isPresent()) {
                throw HttpCalls.trouble(trouble.get());
            }
        }
        return next;
    }

    private void readAhead() {
        try {
            try {
                while (lines.hasNextValue()) {
                    ahead.put(Optional.of(lines.nextValue()));
                }
            } catch (IOException e) {
                trouble = Optional.of(e);
            } catch (RuntimeException | Error e) {
                // Whatever it is: whoever takes the lines would wait for ever.
                trouble = Optional.of(new IOException(e));
            }
            ahead.put(Optional.empty());
        } catch (InterruptedException e) {
            // Nobody wants the rest.
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        reader.interrupt();
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
