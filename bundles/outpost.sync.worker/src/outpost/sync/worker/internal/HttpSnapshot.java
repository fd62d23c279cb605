package outpost.sync.worker.internal;

import com.fasterxml.jackson.databind.MappingIterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import outpost.protocol.Json;
import outpost.protocol.SnapshotLine;

/** The snapshot's lines, read while they arrive. */
final class HttpSnapshot implements Cloud.Snapshot {
    private final InputStream body;
    private final MappingIterator<SnapshotLine> lines;

    HttpSnapshot(InputStream body) throws NoAnswerException, InterruptedException {
        this.body = body;
        try {
            lines = Json.mapper().readerFor(SnapshotLine.class).readValues(body);
        } catch (IOException e) {
            close();
            throw HttpCalls.trouble(e);
        }
    }

    @Override
    public Optional<SnapshotLine> next() throws NoAnswerException, InterruptedException {
        try {
            return lines.hasNextValue() ? Optional.of(lines.nextValue()) : Optional.empty();
        } catch (IOException e) {
            throw HttpCalls.trouble(e);
        }
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing a received body touches no disk and no line", e);
        }
    }
}
