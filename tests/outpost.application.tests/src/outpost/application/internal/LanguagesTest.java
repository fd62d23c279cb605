package outpost.application.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.fixtures.MessageFiles;

class LanguagesTest {
    private final Languages languages = new Languages(List.of(Locale.GERMAN, Locale.ENGLISH, new Locale("ru")));

    @Test
    @Tag("A-117")
    void everyLanguageHasEachMessage() {
        assertEquals(List.of(), MessageFiles.faults(WindowMessages.class));
    }

    @Test
    void whatIsSetIsSpoken() {
        assertEquals(new Locale("ru"), languages.choose(Optional.of("ru"), Locale.UK));
        assertEquals(new Locale("de", "CH"), languages.choose(Optional.of("de-CH"), Locale.UK));
    }

    @Test
    void theMachinesRegionBelongsToItsOwnLanguageOnly() {
        assertEquals(Locale.UK, languages.choose(Optional.of("en"), Locale.UK));
        assertEquals(Locale.GERMAN, languages.choose(Optional.of("de"), Locale.UK));
    }

    @Test
    void withoutASettingTheMachinesLanguageIsSpokenOrElseEnglish() {
        assertEquals(Locale.GERMANY, languages.choose(Optional.empty(), Locale.GERMANY));
        assertEquals(Locale.ENGLISH, languages.choose(Optional.empty(), Locale.JAPAN));
    }

    @Test
    void aLanguageThatIsNotThereIsNotSpoken() {
        assertEquals(Locale.UK, languages.choose(Optional.of("tlh"), Locale.UK));
    }
}
