package outpost.cloud.internal.sync;

import outpost.values.EventKey;
import outpost.values.PosId;

/**
 * One entry of a till's journal, as far as the chain goes.
 *
 * @param event that brought it
 * @param journal the posId whose journal it is: another than the event's where the event was appended again under a new one
 * @param seq its number in that journal
 * @param previousHash the hash of the entry before
 */
record Link(EventKey event, PosId journal, long seq, String hash, String previousHash) {

    StreamId stream() {
        return new StreamId(event.terminalId(), journal);
    }

    /** Whether it came in an event of the file whose journal it is. */
    boolean isAtHome() {
        return event.posId().equals(journal);
    }
}
