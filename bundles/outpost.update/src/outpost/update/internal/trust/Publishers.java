package outpost.update.internal.trust;

import java.security.PublicKey;
import java.util.List;
import outpost.protocol.Ed25519;
import outpost.protocol.Json;
import outpost.protocol.MalformedMessageException;
import outpost.protocol.Release;
import outpost.protocol.SignedRelease;
import outpost.update.Refusal.Reason;
import outpost.update.internal.UpdateException;

/** The keys that were pinned when this till was installed: what none of them has signed is not installed, whoever hands it over. */
public final class Publishers {
    private final List<PublicKey> keys;

    /**
     * @param text one key in a line, X.509 in Base64
     * @throws UpdateException if there is none, or a line is no key
     */
    public Publishers(String text) {
        try {
            keys = text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .map(Ed25519::publicKey)
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new UpdateException(e, Reason.BAD_KEY);
        }
        if (keys.isEmpty()) {
            throw new UpdateException(Reason.NO_KEY);
        }
    }

    /**
     * Believes a release.
     *
     * @param file the text of {@link SignedRelease#FILE}
     * @throws UpdateException if it is not signed by one of the keys
     */
    public Release believe(String file) {
        try {
            return Json.read(file, SignedRelease.class)
                    .by(keys)
                    .orElseThrow(() -> new UpdateException(Reason.NOT_TRUSTED));
        } catch (MalformedMessageException e) {
            throw new UpdateException(e, Reason.NO_RELEASE);
        }
    }
}
