package outpost.protocol;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a quick key may look like: a colour {@code #rrggbb}; as picture the name of a pictogram that the till ships, or a small PNG as a data address. */
final class Look {
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final Pattern PICTOGRAM = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final String PNG = "data:image/png;base64,";
    private static final int MAX_PLACE = 9_999;

    private Look() {}

    /** @throws IllegalArgumentException naming the field */
    static void requireValid(Optional<String> colour, Optional<String> picture, Optional<Integer> quickKey) {
        require(colour.isEmpty() || COLOUR.matcher(colour.get()).matches(), "colour must be #rrggbb");
        picture.ifPresent(Look::requirePicture);
        int place = quickKey.orElse(0);
        require(place >= 0 && place <= MAX_PLACE, "quickKey is " + place + ", must be 0 to " + MAX_PLACE);
    }

    private static void requirePicture(String picture) {
        if (!picture.startsWith(PNG)) {
            require(
                    PICTOGRAM.matcher(picture).matches(),
                    "picture must be a pictogram's name, or a PNG that begins with " + PNG);
            return;
        }
        Limits.requireText("picture", picture, PNG.length() + 1, Limits.PICTURE_CHARS);
        try {
            Base64.getDecoder().decode(picture.substring(PNG.length()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("picture is not base64 behind " + PNG, e);
        }
    }

    private static void require(boolean fits, String otherwise) {
        if (!fits) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
