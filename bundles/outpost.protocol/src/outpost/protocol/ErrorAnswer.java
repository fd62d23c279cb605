package outpost.protocol;

import java.util.Optional;

/**
 * The one shape of an error.
 *
 * @param code an {@link ErrorCode}'s name; text, as a newer cloud may know more of them
 * @param message a sentence for a person
 * @param field the part of the request that is wrong, where there is one
 * @param requestId stands in the cloud's log beside the cause
 */
public record ErrorAnswer(String code, String message, Optional<String> field, String requestId) {}
