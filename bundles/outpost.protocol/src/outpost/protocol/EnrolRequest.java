package outpost.protocol;

/**
 * Body of {@code POST terminals/enrol}. Sent again with the same key, it gets the same answer.
 *
 * @param code the one-time code
 * @param publicKey the terminal's Ed25519 public key, X.509 in Base64
 */
public record EnrolRequest(String code, String publicKey) {
    public EnrolRequest {
        Limits.requireText("code", code, 1, Limits.NAME_CHARS);
        Ed25519.publicKey(publicKey);
    }
}
