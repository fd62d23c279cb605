package outpost.protocol;

import java.util.Optional;

/**
 * Body of an {@link Entity#CATEGORY}, the department that a product is reported in.
 *
 * @param colour of its page of quick keys and their default, {@code #rrggbb}
 * @param picture a pictogram's name or a PNG, see {@link Look}
 * @param quickKey the place of its page among the pages of quick keys, from 0; absent: behind those that have one, by name
 * @param taxRateId the {@link Entity#TAX_RATE} of what is sold in it without being in the catalog; absent: no tax
 */
public record CategoryBody(
        String name,
        Optional<String> colour,
        Optional<String> picture,
        Optional<Integer> quickKey,
        Optional<String> taxRateId) {
    public CategoryBody {
        Limits.requireText("name", name, 1, Limits.NAME_CHARS);
        Limits.requireText("taxRateId", taxRateId, 1, Limits.CODE_CHARS);
        Look.requireValid(colour, picture, quickKey);
    }

    public CategoryBody(String name) {
        this(name, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
