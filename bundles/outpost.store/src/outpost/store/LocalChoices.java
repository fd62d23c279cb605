package outpost.store;

import org.osgi.annotation.versioning.ProviderType;

/** Settings of this machine that a person chooses at its screen, such as the language: {@link LocalSettings} that can be written. */
@ProviderType
public interface LocalChoices extends LocalSettings {
    /**
     * Keeps a choice, for this run and all to come; environment and command line still win over it. Writes the disk.
     *
     * @throws StoreException if it cannot be written; nothing has changed then
     */
    void keep(String name, String value);
}
