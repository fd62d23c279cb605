package outpost.protocol;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Looks through a journal, entry by entry, for what was changed, taken out, put in, swapped or cut off.
 *
 * <p>The chain and the signatures show everything but one thing: that the last entries are missing. Only somebody else who knows how far the journal went can tell
 * that, which is why the cloud keeps each journal's head.
 */
public final class JournalCheck {
    private static final int MOST_FAULTS = 100;

    private final BiPredicate<String, String> isSigned;
    private final Optional<JournalHead> known;
    private final List<String> faults = new ArrayList<>();
    private long seq;
    private String hash = Event.NO_HASH;
    private Optional<String> posId = Optional.empty();
    private boolean unsigned;
    private boolean headSeen;
    private boolean otherAtHead;

    /**
     * @param terminalKey of the terminal whose journal it is
     * @param known how far the cloud knows it; without it a cut-off tail cannot be seen
     */
    public JournalCheck(PublicKey terminalKey, Optional<JournalHead> known) {
        this((hash, signature) -> Ed25519.isSignedBy(terminalKey, hash, signature), known);
    }

    /** @param isSigned whether the terminal signed a hash so */
    JournalCheck(BiPredicate<String, String> isSigned, Optional<JournalHead> known) {
        this.isSigned = isSigned;
        this.known = known;
    }

    /** Looks at the next entry, in the order of their numbers. */
    public void next(JournalRow row) {
        if (isContinuation(row)) {
            seq = 0;
            hash = Event.NO_HASH;
            posId = Optional.empty();
        }
        if (row.seq() != seq + 1) {
            fault(row, seq == 0 ? "the journal begins with it" : "it follows entry " + seq);
        }
        if (!row.previousHash().equals(hash)) {
            fault(row, "it does not continue the entry before it");
        }
        if (!row.expectedHash().equals(row.hash())) {
            fault(row, "its hash is not that of what it says");
        }
        checkContent(row);
        checkSignature(row);
        known.filter(head -> head.seq() == row.seq()).ifPresent(head -> {
            headSeen |= head.hash().equals(row.hash());
            otherAtHead |= !head.hash().equals(row.hash());
        });
        seq = row.seq();
        hash = row.hash();
    }

    /** What was found, in sentences that name entry and fault; empty: the journal is whole. At most a hundred. */
    public List<String> faults() {
        List<String> all = new ArrayList<>(faults);
        if (known.isPresent() && !headSeen && otherAtHead) {
            all.add("entry " + known.get().seq() + ": the cloud knows another entry of that number");
        } else if (known.isPresent() && !headSeen) {
            all.add("entry " + known.get().seq() + ", which the cloud knows, is missing: the journal ends with " + seq);
        }
        if (unsigned && posId.isEmpty() && !headSeen) {
            all.add("no entry is signed, and nobody else knows any of them: all of it may have been written anew");
        }
        return List.copyOf(all);
    }

    /** How far it went. */
    public JournalHead head() {
        return new JournalHead(seq, hash);
    }

    /** A file that was given a new posId begins to count anew, and says where its former journal ended. */
    private boolean isContinuation(JournalRow row) {
        return row.seq() == 1
                && row.kind().equals(JournalEntry.RENUMBERED)
                && posId.filter(row.subject()::equals).isPresent()
                && row.content()
                        .filter(text -> text.contains("\"formerSeq\":" + seq + ",")
                                || text.contains("\"formerSeq\":" + seq + "}"))
                        .filter(text -> text.contains("\"formerHash\":\"" + hash + "\""))
                        .isPresent();
    }

    private void checkContent(JournalRow row) {
        if (row.content().isEmpty()) {
            if (!row.isOfVersion1()) {
                fault(row, "what it was about is missing");
            }
        } else if (!Sha256.hex(row.content().get()).equals(row.contentHash())) {
            fault(row, "what it was about was changed");
        }
    }

    /** Entries of the first version may only stand before all signed ones: the chain to the first signed one covers them. */
    private void checkSignature(JournalRow row) {
        if (row.isOfVersion1()) {
            unsigned = true;
            if (posId.isPresent()) {
                fault(row, "it is not signed");
            }
            return;
        }
        if (posId.isPresent() && !posId.equals(row.posId())) {
            fault(row, "it is of another journal");
        }
        posId = posId.or(row::posId).or(() -> Optional.of(""));
        String signature = row.signature().orElse("");
        if (!isPlainBase64(signature) || !isSigned.test(row.hash(), signature)) {
            fault(row, "this terminal has not signed it");
        }
    }

    /** A decoder overlooks the spare bits at the end; whoever changed them has changed the journal all the same. */
    private static boolean isPlainBase64(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(Base64.getDecoder().decode(text))
                    .equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void fault(JournalRow row, String what) {
        if (faults.size() < MOST_FAULTS) {
            faults.add("entry " + row.seq() + ": " + what);
        }
    }
}
