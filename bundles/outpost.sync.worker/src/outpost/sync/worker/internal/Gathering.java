package outpost.sync.worker.internal;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.outbox.BranchEvents;
import outpost.outbox.Outbox;
import outpost.protocol.BranchStreams;
import outpost.protocol.Event;
import outpost.protocol.Sha256;
import outpost.values.PosId;

/**
 * Fetches what the cloud has of the branch's events and this till has not: its disk was lost or put back from a backup, or a lane that it never met has sold.
 * Lanes bring each other the same, sooner; this is for what no lane has any more.
 */
final class Gathering {
    private static final Logger LOG = LoggerFactory.getLogger(Gathering.class);
    private static final Duration INTERVAL = Duration.ofMinutes(5);

    private final Outbox outbox;
    private final BranchEvents branch;
    private final Retries retries;
    private final LongSupplier nanoTime;
    private boolean asked;
    private long askedNanos;
    private int posIds;
    private long signIns;
    private final Set<Place> onlyHere = new HashSet<>();

    Gathering(Outbox outbox, BranchEvents branch, Retries retries, LongSupplier nanoTime) {
        this.outbox = outbox;
        this.branch = branch;
        this.retries = retries;
        this.nanoTime = nanoTime;
    }

    /**
     * Asks if it is time, or if this till's file turned out to be older than what others know.
     *
     * @throws NoAnswerException if the cloud is gone; what it refuses to tell is no trouble of this cycle
     */
    void run(Session session) throws CloudException, InterruptedException {
        int files = outbox.posIds().size();
        if (asked && files == posIds && nanoTime.getAsLong() - askedNanos < INTERVAL.toNanos()) {
            return;
        }
        if (session.signIns() != signIns) {
            signIns = session.signIns();
            onlyHere.clear();
        }
        try {
            BranchStreams known = retries.call(() -> session.call((cloud, token) -> cloud.streams(token)));
            for (BranchStreams.Stream stream : known.streams()) {
                fetch(session, stream);
            }
        } catch (RefusalException refusal) {
            LOG.info("The cloud does not give the branch's events: {}", refusal.getMessage());
        }
        asked = true;
        posIds = files;
        askedNanos = nanoTime.getAsLong();
    }

    private void fetch(Session session, BranchStreams.Stream stream) throws CloudException, InterruptedException {
        OptionalLong lacking = lacking(stream, 0);
        while (lacking.isPresent()) {
            long number = lacking.getAsLong();
            List<Event> page =
                    retries.call(() -> session.call((cloud, token) -> cloud.events(token, stream, number - 1)));
            branch.storeFromCloud(
                    page.stream().filter(event -> isOf(stream, event)).toList());
            if (!holds(page, number) && holds(branch.events(stream.posId(), number - 1, 1, 1), number)) {
                onlyHere.add(new Place(stream.posId(), number));
            }
            lacking = page.isEmpty()
                    ? OptionalLong.empty()
                    : lacking(stream, page.get(page.size() - 1).localEventId());
        }
    }

    /** Where the cloud had no other event when it was asked, it is asked again after the next sign-in, and not every time. */
    private OptionalLong lacking(BranchStreams.Stream stream, long after) {
        OptionalLong lacking = branch.lackingFromCloud(stream.posId(), after, stream.highest());
        while (lacking.isPresent() && onlyHere.contains(new Place(stream.posId(), lacking.getAsLong()))) {
            lacking = branch.lackingFromCloud(stream.posId(), lacking.getAsLong(), stream.highest());
        }
        return lacking;
    }

    private static boolean holds(List<Event> events, long number) {
        return events.stream().anyMatch(event -> event.localEventId() == number);
    }

    private static boolean isOf(BranchStreams.Stream stream, Event event) {
        boolean whole = event.payloadHash().equals(Sha256.hex(event.payload()))
                && event.hash().equals(event.expectedHash())
                && event.posId().equals(stream.posId())
                && event.terminalId().equals(stream.terminalId());
        if (!whole) {
            LOG.atWarn().addKeyValue("eventId", event.key()).log("The cloud gave an event that does not fit its hash");
        }
        return whole;
    }

    private record Place(PosId posId, long number) {}
}
