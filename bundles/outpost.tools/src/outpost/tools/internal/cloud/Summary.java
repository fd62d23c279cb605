package outpost.tools.internal.cloud;

import java.util.List;
import outpost.values.PosId;
import outpost.values.TerminalId;

/** What has arrived at a tenant's cloud. */
public record Summary(
        long sales,
        long refunds,
        long lines,
        long netMinor,
        long events,
        long duplicates,
        long quarantined,
        List<Lane> terminals,
        List<Stream> streams) {

    /** What has arrived of one terminal. */
    public record Lane(TerminalId terminalId, long sales, long refunds, long lines, long netMinor) {}

    /**
     * How far one database file's events have arrived.
     *
     * @param contiguous the last event up to which none is missing
     * @param missing how many below the highest one are not there
     */
    public record Stream(TerminalId terminalId, PosId posId, long contiguous, long highest, long missing) {}
}
