package outpost.outbox;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
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
     * {@code posId} within the same transaction. Where it has another event of its own terminal under that number, both are true, and each of those who know
     * only one of them must come to know the other: this till writes both again under its present {@code posId}, as the same things that happened at the same
     * times.
     *
     * @param events authentic: the caller has checked hashes, signatures and branch
     * @return the keys of these events whose content is durable here. A key that is missing is another lane's and here with another content, and stays so.
     */
    Set<EventKey> store(List<Event> events);

    /** As {@link #store}, of what the cloud has: nobody needs to bring it there. The cloud's word counts for their signatures. */
    void storeFromCloud(List<Event> events);

    /** What is here of each {@code posId}, so that lanes can tell each other what is missing. */
    List<Holding> holdings();

    /**
     * Events of this terminal that are known to exist, and are not here: what others have told of its files, and what its own events follow. After a restore a
     * neighbour may hold another event under a number that this file gave out once more.
     *
     * @param told where others' events of this terminal end; what is said of other terminals is passed over
     * @param limit how many are wanted at most
     */
    List<Link> lacking(List<Link> told, int limit);

    /**
     * The first number of a {@code posId} above one and up to another that the cloud has, and that is worth asking it for: it is not here, or the cloud has, or
     * may have, another event of this terminal under it than this till.
     */
    OptionalLong lackingFromCloud(PosId posId, long after, long upTo);

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
     * How often a till of this branch has found that the cloud had lost what it had acknowledged. What was known before of what the cloud has does not count
     * any more.
     */
    long setbacks();

    /**
     * Notes what another lane says that the cloud has of each {@code posId}: nobody needs to bring it there any more. It counts for the events that are here and
     * are led to, each by the hash of the one before, from the event that is named. Where a lane's file was restored from a backup, the cloud may have another
     * event under a number than this till: then this one is still to be brought there.
     *
     * @param setbacks how many that lane knew of before it said so; where these are fewer than here, nothing is noted, and where they are more, what was known
     *     here is forgotten
     */
    void atCloud(Map<PosId, Delivered> delivered, long setbacks);

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
     * @param ends the last events of the pieces that are one chain of hashes: who has the same ones has the same pieces
     */
    record Holding(
            TerminalId terminalId, PosId posId, List<Range> ranges, Optional<Delivered> atCloud, List<Link> ends) {
        public Holding {
            ranges = List.copyOf(ranges);
            ends = List.copyOf(ends);
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

    /** An event, told by its hash. */
    record Link(TerminalId terminalId, PosId posId, long number, String hash) {
        public Link {
            Objects.requireNonNull(terminalId, "terminalId");
            Objects.requireNonNull(posId, "posId");
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
