package outpost.sales;

import org.osgi.annotation.versioning.ProviderType;

/** Ringing for practice: marked on screen and paper, numbered apart, and never counted. */
@ProviderType
public interface Training {
    /** Never waits. */
    boolean isOn();

    /**
     * From the next ticket on. Needs {@link Right#TRAINING}. Writes the disk.
     *
     * @throws RefusedException if the open ticket is not empty, or the business does not allow it
     */
    void begin(Grounds grounds);

    /**
     * Writes the disk.
     *
     * @throws RefusedException if the open ticket is not empty
     */
    void end();
}
