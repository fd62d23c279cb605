package outpost.tools.internal.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What can be measured. */
enum Bench {
    LOOKUP(Place.TILL),
    SEARCH(Place.TILL),
    SALE_COMMIT(Place.TILL),
    SCAN_TO_LINE(Place.WINDOW),
    KEY_TO_RESULTS(Place.WINDOW),
    STARTUP(Place.START),
    SNAPSHOT(Place.CLOUD),
    DELTA(Place.CLOUD),
    UPLOAD(Place.CLOUD),
    GROWTH(Place.CLOUD),
    PEER_ACK(Place.CLOUD),
    VERIFY(Place.VERIFY),
    FLEET(Place.FLEET);

    /** What has to be started for it. */
    enum Place {
        TILL,
        WINDOW,
        START,
        CLOUD,
        /** A cloud with the till's number of products. */
        VERIFY,
        FLEET
    }

    private final Place place;

    Bench(Place place) {
        this.place = place;
    }

    /** All but the fleet, which wants the whole machine for some minutes. */
    static List<Bench> usual() {
        return Arrays.stream(values()).filter(bench -> bench != FLEET).toList();
    }

    static List<Bench> at(Place place, List<Bench> benches) {
        return benches.stream().filter(bench -> bench.place == place).toList();
    }

    /** As a person types it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The figure's name; what depends on the catalog's size says the size. */
    String figure(int products) {
        return this == LOOKUP || this == SEARCH ? this + "-" + size(products) : toString();
    }

    private static String size(int products) {
        if (products % 1_000_000 == 0) {
            return products / 1_000_000 + "m";
        }
        return products % 1_000 == 0 ? products / 1_000 + "k" : Integer.toString(products);
    }
}
