package outpost.protocol;

import java.util.Objects;
import outpost.values.PosId;

/**
 * What the cloud has of one {@code posId}: the answer of {@code GET sync/stream?pos=POSID}. All zeros where it never saw one of its events.
 *
 * @param contiguous the number up to which nothing is missing
 * @param highest the highest number that is there
 * @param highestHash {@link Event#hash()} of that event; {@link Event#NO_HASH} where there is none
 * @param missing how many numbers below the highest are not there
 */
public record StreamState(PosId posId, long contiguous, long highest, String highestHash, long missing) {
    public StreamState {
        Objects.requireNonNull(posId, "posId");
        Sha256.requireHex("highestHash", highestHash);
        if (contiguous < 0 || highest < contiguous || missing < 0) {
            throw new IllegalArgumentException(
                    "not a stream: contiguous " + contiguous + ", highest " + highest + ", missing " + missing);
        }
    }

    public static StreamState unknown(PosId posId) {
        return new StreamState(posId, 0, 0, Event.NO_HASH, 0);
    }
}
