package outpost.store;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What is set at this machine: the file {@code outpost.properties} in the data folder, over it the environment ({@code OUTPOST_CLOUD_URL} for
 * {@code cloud.url}), over it the command line ({@code -Doutpost.cloud.url=…}). What a person chose at the screen lies over the file. What the business decides comes from the cloud instead.
 */
@ProviderType
public interface LocalSettings {
    Optional<String> text(String name);

    /** @throws IllegalArgumentException naming the setting, if it is set to something that is no whole number within the range */
    long number(String name, long otherwise, long least, long most);
}
