package outpost.update.internal.service;

import java.net.NetworkInterface;
import java.net.SocketException;

/** The machine that this program runs on. */
public final class Machine {
    private Machine() {}

    /** Whether it has an address that others can see. */
    public static boolean hasNetwork() {
        try {
            return NetworkInterface.networkInterfaces().anyMatch(Machine::leadsOut);
        } catch (SocketException e) {
            // Who cannot be asked does not keep anybody from trying.
            return true;
        }
    }

    private static boolean leadsOut(NetworkInterface face) {
        try {
            return face.isUp()
                    && !face.isLoopback()
                    && face.inetAddresses().findAny().isPresent();
        } catch (SocketException e) {
            return false;
        }
    }
}
