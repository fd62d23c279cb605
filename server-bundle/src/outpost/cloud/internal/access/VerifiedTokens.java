package outpost.cloud.internal.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Tokens whose signature was found good before: a till shows the same one with every call of a quarter of an hour. What may change about a token is no part of this. */
final class VerifiedTokens {
    /** About 5 MB. */
    private static final int MOST = 20_000;

    private final Map<String, Token> tokens = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Token> eldest) {
            return size() > MOST;
        }
    };

    /**
     * What a token says.
     *
     * @param terminalKey hash of the key that the terminal had when the token was issued
     * @param signer id of the key that signed it
     * @param endsAtSeconds since 1970
     */
    record Token(Caller.Lane lane, String terminalKey, String signer, long endsAtSeconds) {}

    /** @param hash of the token as it came */
    synchronized Optional<Token> get(String hash) {
        return Optional.ofNullable(tokens.get(hash));
    }

    synchronized void put(String hash, Token token) {
        tokens.put(hash, token);
    }
}
