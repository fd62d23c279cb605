package outpost.catalog.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outpost.fixtures.Rows;
import outpost.protocol.Entity;

class RankingTest extends CatalogFixture {
    @Test
    void theWholeNameComesFirstThenTheBeginningThenTheOrderOfTheWords() {
        List<String> ranked = List.of(
                "Milk choc",
                "Milk chocolate",
                "Milk chocolate with whole nuts",
                "Milk and chocolate",
                "Soy milk choc",
                "Choc milk",
                "Choc with milk");
        offer(ranked);

        assertEquals(ranked, found("milk choc"));
    }

    @Test
    void ofEqualsTheShorterNameComesFirst() {
        List<String> ranked = List.of("Teapot", "Tea cosy", "Tea for two", "Green tea", "Herbal tea");
        offer(ranked);

        assertEquals(ranked, found("tea"));
    }

    @Test
    void aNameThatBeginsAsTypedIsFoundBehindAnyNumberOfShorterOnesThatOnlyContainIt() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            names.add("X" + i + " tea");
        }
        String wanted = "Tea of the seven mountains, hand-picked, in a box with a picture of all seven";
        names.add(wanted);
        names.add("A very long name in which somewhere behind everything else there is the word tea");
        offer(names);

        assertEquals(wanted, catalog().search("tea", 5).get(0).name());
        assertEquals(wanted, catalog().search("t", 1).get(0).name());
    }

    @ParameterizedTest
    @CsvSource({
        "ウーロン茶飲料, 茶",
        "ウーロン茶飲料, 飲料",
        "น้ำดื่มสิงห์, สิงห์",
        "Smørrebrød, smorrebrod",
        "Łódź, lodz",
        "Straße, strasse",
        "STRASSE, straße",
        "ΟΔΟΣ, οδός",
        "Œufs, oeuf",
        "Iğdır, igdir",
        "Ördek, ordek"
    })
    void aNameIsFoundAsItIsTypedElsewhere(String name, String typed) {
        offer(List.of(name, "Something else"));

        assertEquals(List.of(name), found(typed));
    }

    /** Against a search that looks at every name and needs no index. */
    @Test
    @Tag("A-109")
    void whatIsFoundIsWhatLookingAtEveryNameWouldFind(TestReporter reporter) {
        long seed = new Random().nextLong();
        reporter.publishEntry("seed", Long.toString(seed));
        Random random = new Random(seed);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            names.add(words(random, 1 + random.nextInt(5)) + " " + i);
        }
        offer(names);
        int found = 0;
        for (int i = 0; i < 300; i++) {
            String typed = words(random, 1 + random.nextInt(3));
            String shortened =
                    typed.substring(0, 1 + random.nextInt(typed.length())).strip();
            List<String> expected =
                    names.stream().filter(name -> has(name, shortened)).sorted().toList();
            assertEquals(
                    expected,
                    catalog().search(shortened, 100).stream()
                            .map(product -> product.name())
                            .sorted()
                            .toList(),
                    "'" + shortened + "', seed " + seed);
            found += expected.size();
        }
        assertTrue(found > 300, "only " + found + " names were found");
    }

    private static boolean has(String name, String typed) {
        List<String> words = List.of(name.toLowerCase(Locale.ROOT).split(" "));
        return List.of(typed.split(" ")).stream()
                .allMatch(each -> words.stream().anyMatch(word -> word.startsWith(each)));
    }

    private static String words(Random random, int count) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder word = new StringBuilder();
            for (int length = 1 + random.nextInt(8); length > 0; length--) {
                word.append((char) ('a' + random.nextInt(3)));
            }
            words.add(word.toString());
        }
        return String.join(" ", words);
    }

    private void offer(List<String> names) {
        List<Entity> rows = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            // The ids are against the order that is expected.
            rows.add(Rows.product(String.format("p%04d", names.size() - i), 10 + i, names.get(i), 1));
        }
        snapshot(5_000, rows.toArray(Entity[]::new));
    }
}
