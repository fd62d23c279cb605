package outpost.sync.worker.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.protocol.Entity;
import outpost.protocol.Sink;
import outpost.protocol.SnapshotLine;
import outpost.protocol.SyncStatus.Activity;

/** Takes the whole catalog, row by row as it arrives, and goes on behind the last row that is safe when the stream is cut. */
final class SnapshotReader {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotReader.class);
    /** Few at first, so that there is soon something to sell. */
    private static final int FIRST_CHUNK_ROWS = 500;
    /** What one transaction takes: a sale may have to wait a fifth of a second for it, and each costs the disk as much as hundreds of rows. */
    private static final int MAX_CHUNK_ROWS = 10_000;

    private final Sink sink;
    private final Retries retries;
    private final StatusBoard status;
    private final Tally tally;
    private long total;
    private long done;
    private int chunkRows = FIRST_CHUNK_ROWS;

    SnapshotReader(Sink sink, Retries retries, StatusBoard status, Tally tally) {
        this.sink = sink;
        this.retries = retries;
        this.status = status;
        this.tally = tally;
    }

    /** Reads until the snapshot is whole. A cut that came after new rows does not count as a repeated failure. */
    void read(Session session) throws CloudException, InterruptedException {
        done = sink.position().resumeAfter().isPresent()
                ? sink.position().state().count()
                : 0;
        int failures = 0;
        while (true) {
            long before = done;
            try {
                readOnce(session);
                tally.add(Tally.Count.SNAPSHOT_RUNS, 1);
                LOG.info("Snapshot complete, {} rows", sink.position().state().count());
                return;
            } catch (CloudException trouble) {
                failures = done > before ? 1 : failures + 1;
                retries.pauseOrThrow(failures, trouble);
            }
        }
    }

    private void readOnce(Session session) throws CloudException, InterruptedException {
        Optional<Sink.RowKey> after = sink.position().resumeAfter();
        List<Entity> chunk = new ArrayList<>(MAX_CHUNK_ROWS);
        try (Cloud.Snapshot snapshot = session.call((cloud, token) -> cloud.snapshot(token, after))) {
            status.answered();
            begin(snapshot.next().orElseThrow(SnapshotReader::cut));
            for (long rows = 0; ; rows++) {
                SnapshotLine line = snapshot.next().orElseThrow(SnapshotReader::cut);
                if (line instanceof SnapshotLine.Row row) {
                    chunk.add(row.entity());
                    if (chunk.size() == chunkRows) {
                        keep(chunk);
                        chunkRows = Math.min(2 * chunkRows, MAX_CHUNK_ROWS);
                    }
                } else if (line instanceof SnapshotLine.Trailer trailer && trailer.rows() == rows) {
                    keep(chunk);
                    sink.end();
                    return;
                } else {
                    throw new NoAnswerException("The cloud's snapshot is not in order.", null);
                }
            }
        } catch (CloudException trouble) {
            keep(chunk);
            sink.pause();
            throw trouble;
        }
    }

    private void begin(SnapshotLine first) throws NoAnswerException {
        if (!(first instanceof SnapshotLine.Header header)) {
            throw new NoAnswerException("The cloud's snapshot has no header.", null);
        }
        sink.begin(header);
        total = header.count();
        show();
    }

    private void keep(List<Entity> chunk) {
        if (!chunk.isEmpty()) {
            sink.add(List.copyOf(chunk));
            done += chunk.size();
            tally.add(Tally.Count.RECEIVED, chunk.size());
            chunk.clear();
            show();
        }
    }

    private void show() {
        status.activity(Activity.SNAPSHOT, Math.min(done, total), total);
    }

    private static NoAnswerException cut() {
        return new NoAnswerException("The connection to the cloud broke during the snapshot.", null);
    }
}
