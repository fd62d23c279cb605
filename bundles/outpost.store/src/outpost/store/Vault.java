package outpost.store;

import org.osgi.annotation.versioning.ProviderType;

/** Seals what must not be readable in the database file: keys, tokens, customers' data. AES-256-GCM with a key kept outside of it. */
@ProviderType
public interface Vault {
    /**
     * @param purpose bound to the sealed bytes: they open only for the same purpose
     */
    byte[] seal(String purpose, byte[] plain);

    /** @throws StoreException if the bytes were changed, sealed for another purpose, or with another key */
    byte[] open(String purpose, byte[] sealed);
}
