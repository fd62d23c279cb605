package outpost.protocol;

import java.util.Objects;
import java.util.Optional;

/** The sizes that both sides hold each other to. A sender stays within them; a receiver refuses what does not. */
public final class Limits {
    /** This version of the protocol; the cloud accepts it and the two before. */
    public static final int PROTOCOL_VERSION = 1;

    public static final int EVENTS_PER_PUSH = 200;
    /** Bytes of a push body as it travels, compressed or not. */
    public static final int PUSH_BYTES = 2 * 1024 * 1024;
    /** Bytes of a push body after decompression. */
    public static final int PUSH_DECOMPRESSED_BYTES = 16 * 1024 * 1024;
    /** Bytes of any other body, imports excepted, after decompression. */
    public static final int BODY_BYTES = 256 * 1024;

    public static final int PAYLOAD_CHARS = 1024 * 1024;
    public static final int LINES_PER_SALE = 5_000;
    public static final int CODE_CHARS = 64;
    public static final int NAME_CHARS = 250;
    /** A setting may be a picture. */
    public static final int SETTING_CHARS = 32 * 1024;

    public static final int PICTURE_CHARS = 16 * 1024;
    public static final int NOTE_CHARS = 1_000;
    public static final int TENDERS_PER_SALE = 50;
    public static final int CHANGES_PER_PULL = 5_000;
    public static final int ADDRESSES_PER_LANE = 8;
    /** Bytes of one message between lanes. */
    public static final int LANE_MESSAGE_BYTES = 16 * 1024 * 1024;
    /** How many files of tills may have changed one field of one product. */
    public static final int ACTORS_PER_FIELD = 1_000;
    /** Fingerprints and digests in one request to compare catalogs. */
    public static final int RECONCILE_HASHES = 8_000;

    private Limits() {}

    /** As {@link #requireText(String, String, int, int)}, where there is a text. */
    public static void requireText(String field, Optional<String> text, int minChars, int maxChars) {
        Objects.requireNonNull(text, field).ifPresent(present -> requireText(field, present, minChars, maxChars));
    }

    /** @throws IllegalArgumentException naming the field, if the text is missing or its length is outside the limits */
    public static void requireText(String field, String text, int minChars, int maxChars) {
        if (text == null || text.length() < minChars || text.length() > maxChars) {
            throw new IllegalArgumentException(field + " must have " + minChars + " to " + maxChars + " characters");
        }
    }
}
