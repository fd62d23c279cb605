package outpost.cloud.internal.watch;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What an operator should look at. */
public enum AlarmKind {
    /** An event of a file has been missing for minutes though later ones are here. */
    GAP,
    /** A file brought another event under a number that was taken, and what that event tells has not arrived otherwise. */
    FORK,
    /** More of a receipt's goods came back than it sold: lanes that did not see each other both took them back. */
    DOUBLE_REFUND,
    /** A till's clock is far off. */
    CLOCK,
    /** A till holds events that need a person. */
    PARKED,
    /** Nothing has been heard of a terminal for long. */
    SILENT,
    /** A till can be heard of, but its cycles fail. */
    FAILING,
    /** A till's disk is nearly full. */
    DISK,
    /** The disk of a node of the cloud is nearly full. */
    CLOUD_DISK,
    /** A node of the cloud has ended, and not in good order. */
    NODE,
    /** A till did not take an update, or went back from one. */
    UPDATE;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
