package outpost.devices;

import org.osgi.annotation.versioning.ProviderType;

/** The cash drawer, which hangs on the receipt printer. Safe to call from any thread. */
@ProviderType
public interface CashDrawer {
    /**
     * Opens the drawer now, before whatever waits to be printed, also where the printer has no paper. It is tried once only: a drawer must not spring open
     * minutes later. Does nothing where no printer is set up. Waits for the printer, some seconds at most: not to be called on the UI thread.
     *
     * @throws DeviceException if the printer could not be reached in time; the drawer stays shut then
     */
    void open();
}
