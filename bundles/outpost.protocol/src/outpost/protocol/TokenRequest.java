package outpost.protocol;

/**
 * Body of {@code POST auth/token}.
 *
 * @param assertion a JWT (RFC 7523) signed by the terminal with EdDSA: {@code iss} and {@code sub} the terminal id, {@code tenant} its
 *     tenant, {@code aud} the cloud id, {@code iat} by the cloud's clock as {@link Health} told it, {@code exp} at most 5 minutes later,
 *     {@code jti} random
 */
public record TokenRequest(String assertion) {
    public TokenRequest {
        Limits.requireText("assertion", assertion, 1, 4_096);
    }
}
