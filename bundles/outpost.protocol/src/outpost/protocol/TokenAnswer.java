package outpost.protocol;

/**
 * A bearer token for the {@code Authorization} header.
 *
 * @param expiresInSeconds counted from this answer, so that the till's clock does not matter
 */
public record TokenAnswer(String token, long expiresInSeconds) {}
