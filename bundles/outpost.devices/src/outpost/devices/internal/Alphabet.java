package outpost.devices.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All characters that a device has, in one code page or the other. */
final class Alphabet {
    /**
     * What may stand for a character that the device does not have, without changing a word. Uzbek writes o‘ and g‘ with a letter of its own (U+02BB), and its
     * readers know it as an apostrophe.
     */
    private static final Map<String, List<String>> LOOKALIKES = Map.ofEntries(
            Map.entry("\u02BB", List.of("\u2018", "'")),
            Map.entry("\u02BC", List.of("\u2019", "'")),
            Map.entry("\u2018", List.of("'")),
            Map.entry("\u2019", List.of("'")),
            Map.entry("\u201A", List.of("'")),
            Map.entry("\u201C", List.of("\"")),
            Map.entry("\u201D", List.of("\"")),
            Map.entry("\u201E", List.of("\"")),
            Map.entry("\u00AB", List.of("\"")),
            Map.entry("\u00BB", List.of("\"")),
            Map.entry("\u2010", List.of("-")),
            Map.entry("\u2011", List.of("-")),
            Map.entry("\u2012", List.of("-")),
            Map.entry("\u2013", List.of("-")),
            Map.entry("\u2014", List.of("-")),
            Map.entry("\u2212", List.of("-")),
            Map.entry("\u2026", List.of("...")),
            Map.entry("\u00D7", List.of("x")),
            Map.entry("\u00A0", List.of(" ")),
            Map.entry("\u2007", List.of(" ")),
            Map.entry("\u2009", List.of(" ")),
            Map.entry("\u202F", List.of(" ")),
            Map.entry("\u200B", List.of("")));

    private final List<CodePage> pages;

    /** @param pages in the order in which they are tried */
    Alphabet(List<CodePage> pages) {
        this.pages = List.copyOf(pages);
    }

    /** The text with lookalikes for what the device does not have; what has none stays. */
    String spelt(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .mapToObj(Character::toString)
                .map(this::spelling)
                .reduce("", String::concat);
    }

    /** The text in pieces of one code page each, or empty if the device cannot write all of it. */
    Optional<List<Piece>> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        Optional<CodePage> current = Optional.empty();
        StringBuilder piece = new StringBuilder();
        for (String character : (Iterable<String>) text.codePoints().mapToObj(Character::toString)::iterator) {
            Optional<CodePage> page =
                    current.filter(same -> same.has(character)).or(() -> pageOf(character));
            if (page.isEmpty()) {
                return Optional.empty();
            }
            if (!page.equals(current)) {
                current.ifPresent(former -> pieces.add(new Piece(former, piece.toString())));
                piece.setLength(0);
                current = page;
            }
            piece.append(character);
        }
        current.ifPresent(last -> pieces.add(new Piece(last, piece.toString())));
        return Optional.of(pieces);
    }

    private String spelling(String character) {
        if (pageOf(character).isPresent()) {
            return character;
        }
        return LOOKALIKES.getOrDefault(character, List.of()).stream()
                .filter(other -> pieces(other).isPresent())
                .findFirst()
                .orElse(character);
    }

    private Optional<CodePage> pageOf(String character) {
        return pages.stream().filter(page -> page.has(character)).findFirst();
    }

    record Piece(CodePage page, String text) {
        byte[] bytes() {
            return text.getBytes(page.charset());
        }
    }
}
