package outpost.catalog.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import outpost.fixtures.Rows;
import outpost.protocol.Entity;

class SearchTest extends CatalogFixture {
    @ParameterizedTest
    @CsvSource({
        "Café crème, cafe",
        "Café crème, CRÈME caf",
        "Cafe creme, 'café '",
        "'Chocolat noir 70 %', choc 70",
        "Молоко «Простоквашино», моло просток",
        "МОЛОКО, молоко",
        "Ёлочка зелёная, елочка зелен",
        "Йогурт, Йог",
        "O‘zbek non, ozbek",
        "Oʻzbek non, o'zbek",
        "O'zbek non, oʻzb",
        "Goʻsht, go‘sht",
        "Қатиқ, қат",
        "L'eau minérale, eau",
        "L’eau minérale, l'eau min",
        "Kellogg’s, kelloggs",
        "Straße, straße",
        "İçecek, icecek",
        "Ｆｕｌｌ width, full",
        "Coca-Cola, cola",
        "Coca-Cola, coca-c",
        "7up, 7",
        "茶 Sencha, 茶"
    })
    void findsAWordByItsBeginningWhateverItsAccentsAndCase(String name, String typed) {
        snapshot(9, Rows.product("p1", 3, name, 1), Rows.product("p2", 4, "Something else", 1));

        assertEquals(List.of(name), found(typed));
    }

    @ParameterizedTest
    @CsvSource({"ola", "cola lemon", "x", "coca cola zero sugar"})
    void everyTypedWordMustBeginAWordOfTheName(String typed) {
        snapshot(9, Rows.product("p1", 3, "Coca-Cola zero", 1));

        assertEquals(List.of(), found(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\"",
                "*",
                "-",
                "(",
                "'",
                "a AND",
                "tea OR",
                "NEAR(tea)",
                "name:tea",
                "^tea",
                "tea\"*",
                "{}",
                "\u0000",
                "%",
                "; DROP TABLE products"
            })
    void whatACashierTypesIsNeverAnOrderToTheIndex(String typed) {
        snapshot(9, Rows.product("p1", 3, "Tea", 1));

        assertEquals(typed.matches("\\^tea|tea\"\\*") ? List.of("Tea") : List.of(), found(typed));
    }

    @Test
    void theBestMatchComesFirst() {
        snapshot(
                9,
                Rows.product("p1", 3, "Biscuits with a little milk and a lot of other things in them", 1),
                Rows.product("p2", 4, "Milk", 1),
                Rows.product("p3", 5, "Milk chocolate with nuts", 1));

        assertEquals("Milk", found("milk").get(0));
        assertEquals(3, found("milk").size());
    }

    @Test
    void moreWordsThanAnyNameHasAreNoTrouble() {
        snapshot(9, Rows.product("p1", 3, "Tea tea tea", 1));

        assertEquals(List.of("Tea tea tea"), found("tea ".repeat(2_000)));
    }

    @Test
    void theLimitHolds() {
        List<Entity> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            rows.add(Rows.product("p" + i, 3 + i, "Tea number " + i, 1));
        }
        snapshot(99, rows.toArray(Entity[]::new));

        assertEquals(7, catalog().search("tea", 7).size());
        assertEquals(50, found("tea").size());
        assertThrows(IllegalArgumentException.class, () -> catalog().search("tea", 0));
        assertThrows(IllegalArgumentException.class, () -> catalog().search("tea", 501));
    }

    @Test
    void aRenamedProductIsFoundByItsNewNameOnly() {
        snapshot(9, Rows.product("p1", 3, "Tea green", 1));

        sink().apply(Rows.delta(10, Rows.product("p1", 10, "Coffee green", 1)));

        assertEquals(List.of(), found("tea"));
        assertEquals(List.of("Coffee green"), found("coffee"));
    }
}
