package outpost.protocol;

import java.util.Objects;
import outpost.values.PosId;

/**
 * How far the events of one of a terminal's files have arrived at the cloud. A till compares it with what it wrote itself: a higher {@code highest}, or another hash at
 * that number, says that its file is a copy of, or a step back from, one that the cloud has heard of.
 *
 * @param contiguous the last event up to which none is missing; 0 where the first one is
 * @param highest the highest one that is there; 0 where the cloud never heard of that file
 * @param highestHash the {@link Event#hash} of that one; {@link Event#NO_HASH} where there is none
 */
public record StreamState(PosId posId, long contiguous, long highest, String highestHash) {
    public StreamState {
        Objects.requireNonNull(posId, "posId");
        if (contiguous < 0 || highest < contiguous) {
            throw new IllegalArgumentException("contiguous is " + contiguous + ", highest " + highest);
        }
        Sha256.requireHex("highestHash", highestHash);
    }
}
