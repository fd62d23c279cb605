package outpost.devices.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlphabetTest {
    private final Alphabet usual = new Alphabet(CodePage.list("cp858,cp866,cp852,windows-1252"));

    @Test
    void aTextIsWrittenInAsFewPagesAsPossible() {
        assertEquals("19:Grüße 5 €", written("Grüße 5 €"));
        assertEquals("17:Молоко 3,2%", written("Молоко 3,2%"));
    }

    @Test
    void pagesChangeWithinALine() {
        assertEquals("19:Tea |17:Чай, |18:Łódź", written("Tea Чай, Łódź"));
    }

    @Test
    void uzbekInLatinLettersIsWrittenWithTheApostropheThatItsReadersKnow() {
        assertEquals("Go\u2018sht, ma\u2019qul", usual.spelt("Go\u02BBsht, ma\u02BCqul"));
        assertEquals("Go'sht", new Alphabet(CodePage.list("cp866")).spelt("Go\u02BBsht"));
    }

    @Test
    void uzbekInCyrillicLettersHasNoPage() {
        assertEquals("Қўй гўшти", usual.spelt("Қўй гўшти"));
        assertTrue(usual.pieces("Қўй гўшти").isEmpty());
    }

    @Test
    void anAccentThatCameApartIsPutTogether() {
        assertEquals("é", usual.spelt("e\u0301"));
    }

    @Test
    void signsThatMeanTheSameAreExchanged() {
        assertEquals(
                "\"tea\" - 2 x 1... -3 4", new Alphabet(CodePage.list("US-ASCII:0")).spelt("„tea“ – 2 × 1… −3\u00A04"));
    }

    @Test
    void aPageMayHaveANumberOfItsOwn() {
        assertEquals(
                List.of(17, 73, 46),
                CodePage.list("cp866, windows-1251:73, windows-1251").stream()
                        .map(CodePage::number)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "latin", "cp866:256", "cp866:x", "UTF-8:1", "KOI8-U"})
    void whatIsNoPageIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> CodePage.list(text));
    }

    private String written(String text) {
        return usual.pieces(text).orElseThrow().stream()
                .map(piece -> piece.page().number() + ":"
                        + new String(piece.bytes(), piece.page().charset()))
                .collect(Collectors.joining("|"));
    }
}
