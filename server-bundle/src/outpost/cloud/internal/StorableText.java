package outpost.cloud.internal;

/** Which texts every database and every reader of JSON can take: no NUL, and no half of a surrogate pair. */
public final class StorableText {
    private StorableText() {}

    /** @throws IllegalArgumentException naming the field, if the text is not storable */
    public static String checked(String field, String text) {
        if (!isStorable(text)) {
            throw new IllegalArgumentException(field + " holds a character that is no text");
        }
        return text;
    }

    private static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }
}
