package outpost.devices.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The current that pulls a drawer's bolt.
 *
 * @param pin of the printer's drawer socket: 2 or 5
 * @param millis for how long, 100 to 500
 */
record Pulse(int pin, int millis) {
    static final String USUAL = "pin2,100ms";

    private static final Pattern FORM = Pattern.compile("pin([25])(?:,\\s*(\\d{3})ms)?");
    private static final int LEAST_MILLIS = 100;
    private static final int MOST_MILLIS = 500;
    private static final int MILLIS_PER_UNIT = 2;
    private static final int MILLIS_PER_LONG_UNIT = 100;

    /** Reads {@code pin2,100ms}. */
    static Pulse of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("it must be like " + USUAL);
        }
        int millis = form.group(2) == null ? LEAST_MILLIS : Integer.parseInt(form.group(2));
        if (millis > MOST_MILLIS) {
            throw new IllegalArgumentException("a pulse may last " + MOST_MILLIS + " ms");
        }
        return new Pulse(Integer.parseInt(form.group(1)), millis);
    }

    /** ESC p, which every printer knows, and obeys in its turn. */
    byte[] command() {
        byte on = (byte) Math.min(255, millis / MILLIS_PER_UNIT);
        return new byte[] {0x1B, 'p', connector(), on, on};
    }

    /** DLE DC4 1, which Epson's printers obey at once, also without paper. */
    byte[] urgentCommand() {
        return new byte[] {0x10, 0x14, 1, connector(), (byte) (millis / MILLIS_PER_LONG_UNIT)};
    }

    private byte connector() {
        return (byte) (pin == 2 ? 0 : 1);
    }
}
