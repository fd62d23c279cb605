package outpost.protocol;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** The sync worker's own journal. It is bounded: the oldest entries go. Every call reads the disk. */
public interface SyncLog {
    /**
     * The newest first.
     *
     * @param limit at most so many, 1 to 1,000
     */
    List<SyncRun> latest(int limit);

    /** What was done since the data folder began. */
    SyncCounters counters();

    /** Writes all entries as JSON lines, the oldest first. */
    void export(Writer target) throws IOException;
}
