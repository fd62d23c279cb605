package outpost.protocol;

import java.util.Optional;

/**
 * A journal's entry as it was found, whatever was done to it: nothing of it is checked yet.
 *
 * @param posId and {@code signature}: absent in entries that the first version of the journal made
 * @param content absent where it is not kept, or was lost
 * @param contentHash SHA-256 of the content, as it stands beside it
 */
public record JournalRow(
        long seq,
        Optional<String> posId,
        String at,
        String kind,
        String subject,
        Optional<String> content,
        String contentHash,
        String previousHash,
        String hash,
        Optional<String> signature) {

    public static JournalRow of(JournalEntry entry) {
        return new JournalRow(
                entry.seq(),
                Optional.of(entry.posId().value()),
                entry.at(),
                entry.kind(),
                entry.subject(),
                Optional.of(entry.content()),
                Sha256.hex(entry.content()),
                entry.previousHash(),
                entry.hash(),
                Optional.of(entry.signature()));
    }

    /** Whether the journal's first version made it, which neither signed nor kept what an entry was about. */
    boolean isOfVersion1() {
        return posId.isEmpty() && signature.isEmpty();
    }

    String expectedHash() {
        return isOfVersion1()
                ? Sha256.hex(String.join(
                        "\n", "outpost-journal-1", Long.toString(seq), at, kind, subject, contentHash, previousHash))
                : Sha256.hex(String.join(
                        "\n",
                        JournalEntry.FORM,
                        posId.orElse(""),
                        Long.toString(seq),
                        at,
                        kind,
                        subject,
                        contentHash,
                        previousHash));
    }
}
