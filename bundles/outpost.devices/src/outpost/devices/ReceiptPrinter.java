package outpost.devices;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The printer for receipts and reports, behind a queue on the disk: what it was given waits for as long as the printer is away or without paper, also over a
 * restart of the till, and is printed in the order of its coming. Nothing here waits for the printer. Safe to call from any thread.
 */
@ProviderType
public interface ReceiptPrinter {
    /** So many documents wait at most. */
    int MAX_WAITING = 200;

    /**
     * Takes the document over: it is on the disk when this returns. It may be printed twice when printer or till fail in the middle of it, but is never
     * forgotten. Does nothing where no printer is set up. Waits for the disk: not to be called on the UI thread.
     *
     * @throws DeviceException if the disk does not take it, or {@link #MAX_WAITING} documents wait already
     */
    void print(Print document);

    /** What is known at this moment; cheap, for a screen that asks again and again. */
    PrinterStatus status();

    /** The documents that are not printed yet, oldest first; the first of them may be under way. */
    List<PrintJob> waiting();

    /** Asks the printer now instead of after the usual pause. */
    void tryAgain();

    /** Takes a document out of the queue, unless it is printed already. What has reached the printer cannot be called back. */
    void cancel(PrintJob job);
}
