package outpost.protocol;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a lane takes connections: a host name or address (IPv6 in brackets), and a port. */
public record LaneAddress(String host, int port) {
    private static final Pattern FORM =
            Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}\\]):([0-9]{1,5})");
    private static final int HIGHEST_PORT = 65_535;

    public LaneAddress {
        if (port < 1 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("port is " + port);
        }
    }

    /** @throws IllegalArgumentException if the text is not {@code HOST:PORT} */
    public static LaneAddress parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not HOST:PORT");
        }
        return new LaneAddress(form.group(1), Integer.parseInt(form.group(2)));
    }

    /** The host without the brackets of an IPv6 address. */
    public String bareHost() {
        return host.replaceAll("[\\[\\]]", "");
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
