package outpost.devices.internal;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;

/** Bytes to a device and back. Of one thread; its calls end early when that thread is interrupted. */
interface Connection extends Closeable {
    /** What {@link #read} answers when nothing came. */
    int SILENCE = -1;

    /** Whether the device may talk back at all. */
    boolean canAnswer();

    /**
     * Hands all bytes over; the device may still be busy with them afterwards.
     *
     * @param limit for each time that the device takes no more bytes
     * @throws IOException if it took none for that long, or the connection broke; some of the bytes may have arrived
     */
    void write(byte[] bytes, Duration limit) throws IOException;

    /**
     * The next byte from the device, 0 to 255, or {@link #SILENCE} if none came within the limit.
     *
     * @throws IOException if the connection broke, or the device closed it
     */
    int read(Duration limit) throws IOException;
}
