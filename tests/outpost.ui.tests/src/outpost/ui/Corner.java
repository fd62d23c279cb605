package outpost.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import outpost.fixtures.Rows;
import outpost.protocol.CategoryBody;
import outpost.protocol.Entity;
import outpost.protocol.Json;
import outpost.protocol.ProductBody;
import outpost.protocol.UserBody;

/** A corner shop's catalog: two departments with quick keys, wine that is not for everybody, and perhaps staff. */
final class Corner {
    static final String BREAD = "5010044000312";
    static final String MILK = "5000128104517";
    static final String COFFEE = "8711000530085";
    static final String WINE = "5010677015707";
    static final String CASHIER_PIN = "1111";
    static final String MANAGER_PIN = "2468";

    private Corner() {}

    static Entity[] goods() {
        List<Entity> rows = new ArrayList<>();
        rows.add(category("bakery", "Bakery", "#c77d2e", "bread", 0));
        rows.add(category("drinks", "Drinks", "#2e7dc7", "coffee", 1));
        rows.add(category("fruit", "Fruit", "#4c9a4c", "apple", 2));
        rows.add(product(BREAD, "Bread, sliced", 150, "bakery", 0));
        rows.add(product("2101001000841", "Bread rolls, pack of 6", 115, "bakery", 1));
        rows.add(product("2101001000902", "Croissant", 80, "bakery", 2));
        rows.add(product("2101001000919", "Cinnamon bun", 145, "bakery", 3));
        rows.add(product("2101001000926", "Rye loaf, seeded, 800 g", 320, "bakery", 4));
        rows.add(product("2101001000933", "Carrot cake", 275, "bakery", 5));
        rows.add(product(MILK, "Milk fresh", 120, "drinks", 2));
        rows.add(product(COFFEE, "Coffee", 449, "drinks", 0));
        rows.add(product("8711000530092", "Tea", 210, "drinks", 1));
        rows.add(product("2001000000074", "Apples", 195, "fruit", 0));
        rows.add(wine());
        return rows.toArray(Entity[]::new);
    }

    static Entity[] withStaff() {
        List<Entity> rows = new ArrayList<>(Arrays.asList(goods()));
        rows.add(Rows.user("ann", 3, "Ann", UserBody.CASHIER, CASHIER_PIN));
        rows.add(Rows.user("max", 3, "Max", UserBody.MANAGER, MANAGER_PIN));
        return rows.toArray(Entity[]::new);
    }

    private static Entity category(String id, String name, String colour, String picture, int place) {
        return row(
                Entity.CATEGORY,
                id,
                new CategoryBody(
                        name, Optional.of(colour), Optional.of(picture), Optional.of(place), Optional.of("standard")));
    }

    private static Entity product(String code, String name, long priceMinor, String category, int place) {
        return row(Entity.PRODUCT, code, body(name, code, priceMinor, Optional.of(category), Optional.empty(), place));
    }

    private static Entity wine() {
        return row(Entity.PRODUCT, WINE, body("Red wine", WINE, 850, Optional.of("drinks"), Optional.of(18), 3));
    }

    private static ProductBody body(
            String name, String code, long priceMinor, Optional<String> category, Optional<Integer> age, int place) {
        return new ProductBody(
                name,
                List.of(code),
                priceMinor,
                false,
                Optional.of("standard"),
                category,
                age,
                Optional.empty(),
                Optional.empty(),
                Optional.of(place),
                Optional.empty(),
                Optional.empty());
    }

    private static Entity row(String type, String id, Object body) {
        return new Entity(type, id, 3, Optional.of(Json.write(body)));
    }
}
