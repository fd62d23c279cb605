package outpost.outbox;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import outpost.protocol.Event;
import outpost.values.EventKey;
import outpost.values.PosId;
import outpost.values.TerminalId;

/**
 * The events of all lanes of the branch, as far as this till keeps them: its own, and its neighbours' until long after they are at the cloud. It forwards what
 * a neighbour does not bring there itself.
 */
@ProviderType
public interface BranchEvents {
    /**
     * Stores what other lanes wrote, in one transaction. What is here already stays as it is.
     *
     * <p>An event of this file's own number range that is not here tells that the file is older than what its neighbours saw: the till takes a new
     * {@code posId} within the same transaction.
     *
     * @param events authentic: the caller has checked hashes, signatures and branch
     * @return the keys of these events that are durable here with this content. A key that is missing is here with another content, and stays so.
     */
    Set<EventKey> store(List<Event> events);

    /** What is here of each {@code posId}, so that lanes can tell each other what is missing. */
    List<Holding> holdings();

    /**
     * Events of a {@code posId} in the order of their numbers.
     *
     * @param after the last number that is not wanted
     * @param maxBytes bound of the payloads together; at least one event is given if there is one
     */
    List<Event> events(PosId posId, long after, int maxEvents, long maxBytes);

    /** Notes that another lane has these events on its disk. */
    void peerAcknowledged(Collection<EventKey> keys, TerminalId lane);

    /**
     * Notes what another lane says that the cloud has of a {@code posId}: nobody needs to bring it there any more. It counts for the events that are here and
     * are led to, each by the hash of the one before, from the event that is named. Where a lane's file was restored from a backup, the cloud may have another
     * event under a number than this till: then this one is still to be brought there.
     */
    void atCloud(PosId posId, Delivered delivered);

    /** A mark behind all that is stored at this moment, for {@link #forward(long)}. It outlives no restart. */
    long mark();

    /**
     * Lets this till bring to the cloud what it holds for its neighbours since before that mark and what the cloud is not known to have. To be called by who
     * is connected to the cloud, when it has given the neighbours time to do it themselves.
     *
     * @return how many events wait now because of this
     */
    int forward(long mark);

    /**
     * @param ranges the numbers that are here, rising, not touching
     * @param atCloud what the cloud is known to have; empty where nothing is known
     */
    record Holding(TerminalId terminalId, PosId posId, List<Range> ranges, Optional<Delivered> atCloud) {
        public Holding {
            ranges = List.copyOf(ranges);
            Objects.requireNonNull(atCloud, "atCloud");
        }
    }

    /**
     * The cloud has every event up to a number.
     *
     * @param hash of the event with that number; by their chain it tells all before it too
     */
    record Delivered(long upTo, String hash) {
        public Delivered {
            Objects.requireNonNull(hash, "hash");
        }
    }

    /** Numbers from first to last, both included. */
    record Range(long first, long last) {
        public Range {
            if (first < 1 || last < first) {
                throw new IllegalArgumentException("not a range: " + first + " to " + last);
            }
        }
    }
}
