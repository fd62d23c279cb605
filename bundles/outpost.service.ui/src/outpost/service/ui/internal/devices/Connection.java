package outpost.service.ui.internal.devices;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** How a device can be connected, and how that is written as its address. */
enum Connection {
    NETWORK("tcp://"),
    SERIAL("serial:"),
    FILE("file:");

    private final String scheme;

    Connection(String scheme) {
        this.scheme = scheme;
    }

    /** What a technician types: without the address's beginning. */
    String typed(String address) {
        if (!address.startsWith(scheme)) {
            return "";
        }
        return this == FILE ? Path.of(URI.create(address)).toString() : address.substring(scheme.length());
    }

    /**
     * The address.
     *
     * @throws IllegalArgumentException if the text can be none
     */
    String address(String typed) {
        if (typed.startsWith(scheme)) {
            return typed;
        }
        try {
            return this == FILE ? Path.of(typed).toUri().toString() : scheme + typed;
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    String title(DeviceMessages messages) {
        return switch (this) {
            case NETWORK -> messages.byNetwork();
            case SERIAL -> messages.bySerialPort();
            case FILE -> messages.byFile();
        };
    }

    /** What is typed, for example. */
    String example() {
        return switch (this) {
            case NETWORK -> "192.0.2.20:9100";
            case SERIAL -> "/dev/ttyS0?baud=9600";
            case FILE -> "/dev/usb/lp0";
        };
    }
}
