package outpost.outbox;

import java.net.URI;
import java.security.PrivateKey;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import outpost.protocol.EnrolAnswer;
import outpost.store.Transaction;

/** This installation's identity: its key from the first start on, its place in a branch since it was enrolled. */
@ProviderType
public interface Terminal {
    /** Who this till is; empty until it was enrolled. */
    Optional<Identity> identity();

    /** This installation's public key, as {@link outpost.protocol.EnrolRequest} wants it; made and kept on first use. */
    String publicKey();

    /** Signs events and sign-ins. It never leaves this machine. */
    PrivateKey privateKey();

    /**
     * Stores who the cloud says that this till is, and gives the database file its {@code posId}.
     *
     * @param pin of the cloud's key; empty where certificate authorities vouch for the cloud
     * @throws IllegalStateException if it is already enrolled as somebody else
     */
    Identity enrolled(EnrolAnswer answer, URI cloud, Optional<String> pin);

    /** The same for a cloud that certificate authorities vouch for, or that is on this machine. */
    default Identity enrolled(EnrolAnswer answer, URI cloud) {
        return enrolled(answer, cloud, Optional.empty());
    }

    /**
     * Gives this file a new {@code posId}, because its number range was used by another copy of it. Counts within the caller's transaction;
     * {@link #identity()} answers it once that is committed.
     *
     * @throws IllegalStateException if this till is not enrolled
     */
    Identity renewed(Transaction transaction);
}
