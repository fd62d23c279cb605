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
        requireKey(publicKey);
    }

    private static void requireKey(String publicKey) {
        Limits.requireText("publicKey", publicKey, 1, Limits.NAME_CHARS);
        try {
            Ed25519.publicKey(publicKey);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("publicKey is no Ed25519 public key, X.509 in Base64", e);
        }
    }
}
