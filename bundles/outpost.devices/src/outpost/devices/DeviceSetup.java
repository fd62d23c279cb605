package outpost.devices;

import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** For whoever sets the devices up while the till runs: they read their settings at its start, and when they are told to. Safe to call from any thread. */
@ProviderType
public interface DeviceSetup {
    /**
     * What keeps the devices from being set so, in English; empty if nothing does. Asks no device and changes nothing.
     *
     * @param changes settings by name, over those of this machine; an empty text is no setting
     */
    Optional<String> fault(Map<String, String> changes);

    /**
     * Printer, drawer and display go on with what is set now. What waits to be printed stays, and what is being printed is printed anew. Waits some seconds at most:
     * not to be called on the UI thread.
     *
     * @throws IllegalArgumentException naming the setting that is wrong; the devices go on as before
     */
    void renew();
}
