package outpost.devices.internal;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Texts on a grid of cells, as a fixed-width font fills it: most characters take one, Chinese ones two, and accents none of their own. */
final class Cells {
    private static final Set<UnicodeScript> WIDE = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO);
    private static final int FIRST_FULL_WIDTH = 0xFF01;
    private static final int LAST_FULL_WIDTH = 0xFF60;
    private static final int FIRST_PICTOGRAM = 0x1F300;
    private static final int LAST_PICTOGRAM = 0x1FAFF;

    private Cells() {}

    static int in(String text) {
        return text.codePoints().map(Cells::of).sum();
    }

    /** The text in lines of at most so many cells, broken between words where that is possible; at least one line. Spaces at its start stay. */
    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text.stripTrailing();
        while (in(rest) > width) {
            int hard = first(rest, width).length();
            int space = rest.lastIndexOf(' ', hard);
            int end = space > 0 && !rest.substring(0, space).isBlank() ? space : hard;
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    /** As much of the text's beginning as fits, but always something of it. */
    static String first(String text, int width) {
        int end = 0;
        int cells = 0;
        while (end < text.length()) {
            int character = text.codePointAt(end);
            cells += of(character);
            if (cells > width && end > 0) {
                break;
            }
            end += Character.charCount(character);
        }
        return text.substring(0, end);
    }

    private static int of(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(character) ? 2 : 1;
        };
    }

    private static boolean isWide(int character) {
        boolean halfWidthKatakana = character > LAST_FULL_WIDTH && character <= 0xFFDC;
        return !halfWidthKatakana
                && (WIDE.contains(UnicodeScript.of(character))
                        || character >= FIRST_FULL_WIDTH && character <= LAST_FULL_WIDTH
                        || character >= FIRST_PICTOGRAM && character <= LAST_PICTOGRAM);
    }
}
