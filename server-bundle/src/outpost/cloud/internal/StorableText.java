package outpost.cloud.internal;

import java.nio.charset.StandardCharsets;

/** Which texts every database and every reader of JSON can take: no NUL, and no half of a surrogate pair. */
public final class StorableText {
    private StorableText() {}

    /** @throws IllegalArgumentException naming the field, if the text is not storable */
    public static String checked(String field, String text) {
        if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException(field + " holds a character that is no text");
        }
        return text;
    }
}
