package outpost.devices.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Where a device is connected. */
interface Address {
    /**
     * @throws IOException if the device is not there, or does not take the connection within some seconds
     */
    Connection open() throws IOException;

    /**
     * Reads {@code tcp://HOST:PORT} (9100 where no port is given), {@code serial:/dev/ttyS0?baud=9600&flow=none} or {@code file:/PATH}.
     *
     * @throws IllegalArgumentException with the allowed forms, if it is none of them
     */
    static Address of(String text, Patience patience) {
        try {
            String scheme = text.substring(0, Math.max(0, text.indexOf(':')));
            return switch (scheme) {
                case "tcp" -> TcpAddress.of(URI.create(text), patience);
                case "serial" -> SerialAddress.of(text.substring("serial:".length()));
                case "file" -> new FileAddress(Path.of(URI.create(text)));
                default -> throw new IllegalArgumentException("unknown kind of address '" + scheme + "'");
            };
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "a device's address must be like tcp://HOST:9100, serial:/dev/ttyS0?baud=9600 or file:/dev/usb/lp0, not '"
                            + text + "': " + e.getMessage(),
                    e);
        }
    }

    /** The {@code name=value} pairs after a question mark. */
    static Map<String, String> options(String query) {
        return Arrays.stream(query.split("&"))
                .filter(option -> !option.isEmpty())
                .map(option -> option.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair.length < 2 ? "" : pair[1]));
    }
}
