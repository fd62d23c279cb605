package outpost.protocol;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What this till consists of, for who watches over many. A till that is not updated in the field has none. */
@ProviderType
public interface InstalledProgram {
    /** What its last update installed, in a few words; empty for a till as it was first installed. */
    Optional<String> release();

    /** Why an update was not taken, or went back by itself, in a sentence; empty if all is well. */
    Optional<String> problem();
}
