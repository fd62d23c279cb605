package outpost.devices;

import java.nio.file.Path;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The till at which the devices stand, given by whoever knows its settings and its folder. The devices are there as soon as this service is.
 */
@ConsumerType
public interface Workplace {
    /** What is set at this machine under a name like {@code printer.address}. */
    Optional<String> setting(String name);

    /** The folder of the till's data; the print queue is a folder in it. */
    Path folder();
}
