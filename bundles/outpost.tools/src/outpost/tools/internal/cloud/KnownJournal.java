package outpost.tools.internal.cloud;

import outpost.protocol.JournalHead;

/** How far a cloud knows the journal of one posId. */
public record KnownJournal(String posId, long seq, String hash) {
    public JournalHead head() {
        return new JournalHead(seq, hash);
    }
}
