package outpost.protocol;

import java.util.Objects;
import java.util.Optional;
import outpost.values.PosId;

/**
 * Which event was given up, by whom and why. The cloud then knows why its number stays empty.
 *
 * @param hash of the event that was given up, as it lies in the cloud's quarantine
 * @param code and {@code refusal}: what the cloud had said against it
 * @param by name of the person
 */
public record DiscardPayload(
        PosId posId,
        long localEventId,
        String hash,
        Optional<String> code,
        Optional<String> refusal,
        String reason,
        String by) {
    public DiscardPayload {
        Objects.requireNonNull(posId, "posId");
        Sha256.requireHex("hash", hash);
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(refusal, "refusal");
        Limits.requireText("reason", reason, 1, Limits.NOTE_CHARS);
        Limits.requireText("by", by, 1, Limits.NAME_CHARS);
    }
}
