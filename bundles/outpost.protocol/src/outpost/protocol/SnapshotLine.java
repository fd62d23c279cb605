package outpost.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One line of the snapshot's NDJSON stream: a header, the rows type by type (settings and tax rates first) and ordered by id, a trailer. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SnapshotLine.Header.class, name = "header"),
    @JsonSubTypes.Type(value = SnapshotLine.Row.class, name = "row"),
    @JsonSubTypes.Type(value = SnapshotLine.Trailer.class, name = "trailer")
})
public sealed interface SnapshotLine {
    /**
     * @param cursor where the deltas continue after this snapshot
     * @param count rows of the whole catalog at that cursor, for the progress bar
     */
    record Header(long cursor, long count) implements SnapshotLine {}

    /** One row that exists; it may already be newer than the header's cursor. */
    record Row(Entity entity) implements SnapshotLine {}

    /**
     * Says that the stream is whole. Without it the stream was cut, and the till asks again after the last row that it has.
     *
     * @param rows how many rows this answer held
     */
    record Trailer(long rows) implements SnapshotLine {}
}
