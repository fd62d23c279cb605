package outpost.values;

import java.util.regex.Pattern;

/** A name that means one thing for ever: 1 to 64 letters, digits, dots, dashes or underscores. */
public sealed interface Id permits TenantId, BranchId, TerminalId, PosId {
    Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    String value();

    /** Returns the text if it has the {@linkplain #FORM form} of an id, and throws {@link IllegalArgumentException} otherwise. */
    static String checked(String kind, String text) {
        if (text == null || !FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a " + kind);
        }
        return text;
    }
}
