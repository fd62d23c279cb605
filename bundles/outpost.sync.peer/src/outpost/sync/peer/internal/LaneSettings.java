package outpost.sync.peer.internal;

import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import outpost.protocol.LaneAddress;
import outpost.store.LocalSettings;

/**
 * How this machine meets the other lanes.
 *
 * @param listen where it takes connections, port 0 for any; empty if it takes none
 * @param peers where other lanes are, for sure
 * @param mdns whether it looks for others, and shows itself, in the local network (RFC 6762)
 */
record LaneSettings(Optional<InetSocketAddress> listen, List<LaneAddress> peers, boolean mdns) {
    private static final String EVERYWHERE = "0.0.0.0:8470";
    private static final String OFF = "off";
    private static final String ON = "on";

    /** @throws IllegalArgumentException naming the setting that is wrong */
    static LaneSettings of(LocalSettings settings) {
        return new LaneSettings(
                Optional.of(settings.text("lanes.listen").orElse(EVERYWHERE))
                        .filter(text -> !text.equals(OFF))
                        .map(LaneSettings::socket),
                settings.text("lanes.peers").stream()
                        .flatMap(text -> Arrays.stream(text.split("[,\\s]+")))
                        .map(text -> address("lanes.peers", text))
                        .toList(),
                isOn(settings.text("lanes.mdns").orElse(ON)));
    }

    private static LaneAddress address(String setting, String text) {
        try {
            return LaneAddress.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the setting '" + setting + "': " + e.getMessage(), e);
        }
    }

    private static InetSocketAddress socket(String text) {
        boolean anyPort = text.endsWith(":0");
        LaneAddress address = address("lanes.listen", anyPort ? text + "1" : text);
        return new InetSocketAddress(address.bareHost(), anyPort ? 0 : address.port());
    }

    private static boolean isOn(String text) {
        if (!text.equals(ON) && !text.equals(OFF)) {
            throw new IllegalArgumentException("the setting 'lanes.mdns' must be 'on' or 'off', not '" + text + "'");
        }
        return text.equals(ON);
    }
}
