package outpost.protocol;

import java.util.List;
import java.util.Objects;
import outpost.values.PosId;
import outpost.values.TerminalId;

/** Of which files of a branch the cloud has events: the answer of {@code GET sync/streams}. */
public record BranchStreams(List<Stream> streams) {
    public BranchStreams {
        streams = List.copyOf(streams);
    }

    /** @param highest the highest number that is there; some below it may be missing */
    public record Stream(TerminalId terminalId, PosId posId, long highest) {
        public Stream {
            Objects.requireNonNull(terminalId, "terminalId");
            Objects.requireNonNull(posId, "posId");
        }
    }
}
