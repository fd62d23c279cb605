package outpost.sync.worker.internal;

import java.util.List;
import java.util.Optional;
import outpost.protocol.BranchStreams;
import outpost.protocol.EnrolAnswer;
import outpost.protocol.EnrolRequest;
import outpost.protocol.Event;
import outpost.protocol.EventAnswer;
import outpost.protocol.Health;
import outpost.protocol.LanesAnswer;
import outpost.protocol.LanesRequest;
import outpost.protocol.PullAnswer;
import outpost.protocol.Sink;
import outpost.protocol.SnapshotLine;
import outpost.protocol.StreamState;
import outpost.protocol.TillReport;
import outpost.protocol.TokenAnswer;
import outpost.protocol.TokenRequest;
import outpost.protocol.reconcile.ReconcileAnswer;
import outpost.protocol.reconcile.ReconcileRequest;
import outpost.values.PosId;

/**
 * A till's calls, as {@code docs/protocol.md} describes them. Each waits for the network, for a limited time.
 *
 * <p>After a {@link NoAnswerException} the cloud may or may not have done what was asked; after a {@link RefusalException} other than 500 it has not.
 * Interrupting the thread ends a call at once.
 */
interface Cloud {
    Health health() throws CloudException, InterruptedException;

    EnrolAnswer enrol(EnrolRequest request) throws CloudException, InterruptedException;

    TokenAnswer token(TokenRequest request) throws CloudException, InterruptedException;

    /** Begins to send events, and does not wait: whatever goes wrong shows where the answers are asked for. */
    Delivery push(String token, List<Event> events);

    /** What the cloud has of this terminal's events of that file. */
    StreamState stream(String token, PosId posId) throws CloudException, InterruptedException;

    /** Of which files of the branch the cloud has events. */
    BranchStreams streams(String token) throws CloudException, InterruptedException;

    /** Events of that file behind a number, by rising number, some of them; none where there are no more. */
    List<Event> events(String token, BranchStreams.Stream of, long after) throws CloudException, InterruptedException;

    /** Answers the report, once the cloud has taken it. */
    TillReport report(String token, TillReport report) throws CloudException, InterruptedException;

    /** Tells where this till takes connections of other lanes, and learns who they are. */
    LanesAnswer lanes(String token, LanesRequest request) throws CloudException, InterruptedException;

    PullAnswer pull(String token, long cursor, int limit) throws CloudException, InterruptedException;

    Snapshot snapshot(String token, Optional<Sink.RowKey> after) throws CloudException, InterruptedException;

    ReconcileAnswer reconcile(String token, ReconcileRequest request) throws CloudException, InterruptedException;

    /** Events on their way. */
    interface Delivery {
        /** Waits for one answer for each event, in the events' order. */
        List<EventAnswer> answers() throws CloudException, InterruptedException;

        /** Nobody will ask for the answers: the events may or may not arrive. */
        void abandon();
    }

    /** A running snapshot. Closing it early tells the cloud that the rest is not wanted. */
    interface Snapshot extends AutoCloseable {
        /** The next line; empty at the end of the stream, whether or not it was whole. */
        Optional<SnapshotLine> next() throws CloudException, InterruptedException;

        @Override
        void close();
    }
}
