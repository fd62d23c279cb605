package outpost.devices.internal;

import com.github.anastaciocintra.escpos.EscPos.CharacterCodeTable;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Characters that a printer has.
 *
 * @param number under which the printer knows them
 */
record CodePage(Charset charset, int number) {
    private static final int MAX_NUMBER = 255;

    /**
     * Reads {@code cp858,cp866:17,windows-1251:46}: names of Java's charsets in the order in which they are tried, each with the printer's number for it where
     * that is not Epson's.
     *
     * @throws IllegalArgumentException if a charset is unknown, is not of single bytes, or has no usual number
     */
    static List<CodePage> list(String text) {
        List<CodePage> pages = new ArrayList<>();
        for (String page : text.split(",")) {
            String[] parts = page.strip().split(":", 2);
            Charset charset = Charset.forName(parts[0]);
            if (charset.newEncoder().maxBytesPerChar() != 1) {
                throw new IllegalArgumentException("no code page of single bytes: " + charset);
            }
            pages.add(new CodePage(charset, parts.length > 1 ? number(parts[1]) : usualNumber(charset)));
        }
        return pages;
    }

    boolean has(String character) {
        return charset.newEncoder().canEncode(character);
    }

    private static int number(String text) {
        int number = Integer.parseInt(text);
        if (number < 0 || number > MAX_NUMBER) {
            throw new IllegalArgumentException("a code page's number is 0 to " + MAX_NUMBER + ", not " + number);
        }
        return number;
    }

    /** The library gives every page that it does not know the first page's charset, so the first that fits is the right one. */
    private static int usualNumber(Charset charset) {
        return Arrays.stream(CharacterCodeTable.values())
                .filter(table -> Charset.isSupported(table.charsetName)
                        && Charset.forName(table.charsetName).equals(charset))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "say which number the printer has for " + charset + ", as in " + charset + ":46"))
                .value;
    }
}
