package outpost.catalog;

import java.util.Optional;

/**
 * How a quick key, or a page of them, looks and where it is.
 *
 * @param colour {@code #rrggbb}
 * @param picture the name of a pictogram that the till ships, or {@code data:image/png;base64,…}
 * @param place from 0; empty: behind those that have one
 */
public record Key(Optional<String> colour, Optional<String> picture, Optional<Integer> place) {
    public static final Key PLAIN = new Key(Optional.empty(), Optional.empty(), Optional.empty());
}
