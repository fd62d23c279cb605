package outpost.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of one event of a push.
 *
 * @param index its place in the request, from 0
 * @param code an {@link ErrorCode}'s name, where it was rejected or a duplicate
 * @param message a sentence for a person, where it was rejected
 */
public record EventAnswer(int index, Status status, Optional<String> code, Optional<String> message) {
    public enum Status {
        /** Stored now. */
        @JsonProperty("accepted")
        ACCEPTED,
        /** Stored before with the same content: as good as accepted. */
        @JsonProperty("duplicate")
        DUPLICATE,
        /** Refused, and kept in the cloud's quarantine. Sending it again unchanged gets the same answer. */
        @JsonProperty("rejected")
        REJECTED
    }

    public EventAnswer {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
    }

    public static EventAnswer accepted(int index) {
        return new EventAnswer(index, Status.ACCEPTED, Optional.empty(), Optional.empty());
    }

    public static EventAnswer duplicate(int index) {
        return new EventAnswer(
                index, Status.DUPLICATE, Optional.of(ErrorCode.POS_SYNC_EVENT_DUPLICATE.name()), Optional.empty());
    }

    public static EventAnswer rejected(int index, ErrorCode code, String message) {
        return new EventAnswer(index, Status.REJECTED, Optional.of(code.name()), Optional.of(message));
    }
}
