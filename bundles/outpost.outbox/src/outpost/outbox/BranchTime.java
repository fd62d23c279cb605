package outpost.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import outpost.values.HlcStamp;

/**
 * The time that the branch agrees on: this machine's clock, corrected by what the cloud (or, where that was never reached, another lane) says. It orders what
 * happens; what stands on a receipt is the machine's own time.
 */
@ProviderType
public interface BranchTime {
    /** Corrected time. It does not follow when somebody turns this machine's clock while the program runs. */
    Instant now();

    /** A stamp later than every one that this till gave out or received before. */
    HlcStamp next();

    /**
     * Takes in another's stamp, so that what this till does from now on is later than what it has seen.
     *
     * @return false if the stamp lies further ahead than a clock may drift: it orders its own event, and is not believed as a reading of time
     */
    boolean receive(HlcStamp stamp);

    /** What must be added to this machine's clock, as it was when last measured; kept across restarts. */
    Optional<Duration> offset();

    /** Takes over a measured offset. One by a lane counts only until the cloud's is known. */
    void measured(Duration offset, Source source);

    enum Source {
        CLOUD,
        LANE
    }
}
