package outpost.protocol.stock;

import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;
import outpost.values.HlcStamp;

/**
 * When goods moved, in the one order that all lanes and the cloud agree on: by the stamp of the event, then by the document, then by the line in it. An event
 * that a till had to write again under another key keeps its stamp and its document, and so its moment.
 *
 * @param document the sale's or the stock document's id
 * @param line 1, 2, 3 … within the document
 */
public record Moment(HlcStamp stamp, UUID document, int line) implements Comparable<Moment> {
    /** Enough for every document that the protocol allows. */
    static final int MAX_LINE = 99_999;

    /** Brings a line to five digits behind its first one. */
    private static final int LINE_BASE = MAX_LINE + 1;

    // Of the documents' texts, as a database sorts them: UUID's own order is another one.
    private static final Comparator<Moment> ORDER = Comparator.comparing(Moment::stamp)
            .thenComparing(moment -> moment.document().toString())
            .thenComparing(Moment::line);

    private static final int STAMP_DIGITS = 16;
    private static final int UUID_DIGITS = 36;

    public Moment {
        Objects.requireNonNull(stamp, "stamp");
        Objects.requireNonNull(document, "document");
        if (line < 1 || line > MAX_LINE) {
            throw new IllegalArgumentException("line is " + line + ", must be 1 to " + MAX_LINE);
        }
    }

    /** Reads what {@link #toString()} writes. */
    public static Moment parse(String text) {
        if (text.length() != STAMP_DIGITS + UUID_DIGITS + 7) {
            throw new IllegalArgumentException("'" + text + "' is not a moment");
        }
        int document = STAMP_DIGITS + 1;
        int line = document + UUID_DIGITS + 1;
        return new Moment(
                HlcStamp.parse(text.substring(0, STAMP_DIGITS)),
                UUID.fromString(text.substring(document, document + UUID_DIGITS)),
                Integer.parseInt(text.substring(line)));
    }

    @Override
    public int compareTo(Moment other) {
        return ORDER.compare(this, other);
    }

    /** Stamp, document and line, all of fixed length, so that the texts sort as the moments do. */
    @Override
    public String toString() {
        String digits = Integer.toString(LINE_BASE + line);
        return stamp + "/" + document + "/" + digits.substring(1);
    }
}
