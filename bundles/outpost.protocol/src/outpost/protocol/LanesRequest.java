package outpost.protocol;

import java.util.List;

/**
 * Body of {@code POST sync/lanes}: where this till takes connections of other lanes.
 *
 * @param addresses {@code HOST:PORT}, at most {@link Limits#ADDRESSES_PER_LANE}; empty if it takes none
 */
public record LanesRequest(List<String> addresses) {
    public LanesRequest {
        addresses = List.copyOf(addresses);
        if (addresses.size() > Limits.ADDRESSES_PER_LANE) {
            throw new IllegalArgumentException("addresses has more than " + Limits.ADDRESSES_PER_LANE + " entries");
        }
        addresses.forEach(LaneAddress::parse);
    }
}
