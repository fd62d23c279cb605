package outpost.cloud.internal.access;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import outpost.cloud.internal.Codes;
import outpost.cloud.internal.entity.CloudIdentityRow;
import outpost.cloud.internal.store.Database;
import outpost.protocol.Ed25519;

/**
 * Which cloud this is: it stands in the database, so a restored or shared database is the same cloud.
 *
 * @param id what tills know it by
 */
public record CloudIdentity(String id, PublicKey publicKey, PrivateKey privateKey) {
    private static final int ID_CHARACTERS = 16;

    /** Reads the identity of that database, made at its first use. */
    public static CloudIdentity of(Database database, SecureRandom random) {
        CloudIdentityRow row = database.write(em -> {
            CloudIdentityRow known = em.find(CloudIdentityRow.class, CloudIdentityRow.ID);
            if (known != null) {
                return known;
            }
            KeyPair keys = Ed25519.newKeyPair();
            CloudIdentityRow made = new CloudIdentityRow(
                    "cloud-" + Codes.random(random, ID_CHARACTERS),
                    Ed25519.encode(keys.getPublic()),
                    Ed25519.encode(keys.getPrivate()));
            em.persist(made);
            return made;
        });
        return new CloudIdentity(
                row.cloudId(), Ed25519.publicKey(row.publicKey()), Ed25519.privateKey(row.privateKey()));
    }

    @Override
    public String toString() {
        return id;
    }
}
