package outpost.service.ui.internal.updates;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import outpost.update.Refusal;
import outpost.update.Refusal.Reason;
import outpost.widgets.Messages;

class RefusalWordsTest {
    @ParameterizedTest
    @EnumSource
    @Tag("A-743")
    void everyReasonIsASentenceOfEachLanguageThatNamesWhatItIsAbout(Reason reason) {
        Refusal refusal = new Refusal(reason, about(reason));
        assertFalse(refusal.english().contains("{"), refusal.english());
        String english = told(refusal, "en");
        assertFalse(english.isBlank());
        for (String language : List.of("de", "ru", "uz")) {
            String sentence = told(refusal, language);
            assertNotEquals(english, sentence, language);
            refusal.about().forEach(named -> assertTrue(sentence.contains(named), () -> language + ": " + sentence));
        }
    }

    /** As many words as the English sentence has places for. */
    private static List<String> about(Reason reason) {
        String sentence = new Refusal(reason, List.of()).english();
        return IntStream.range(0, 2)
                .filter(place -> sentence.contains("{" + place + "}"))
                .mapToObj(place -> "(word-" + place + ")")
                .toList();
    }

    private static String told(Refusal refusal, String language) {
        UpdateMessages messages = Messages.of(UpdateMessages.class, () -> new Locale(language));
        return new RefusalWords(messages).sentence(refusal);
    }
}
