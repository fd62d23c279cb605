package outpost.sales.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import outpost.catalog.Product;
import outpost.fixtures.LiveTill;
import outpost.fixtures.Rows;
import outpost.protocol.Entity;
import outpost.protocol.Json;
import outpost.protocol.PinHash;
import outpost.protocol.ProductBody;
import outpost.protocol.TaxRateBody;
import outpost.protocol.UserBody;

/** A little shop: what it sells, who works there, what it has decided. */
public final class Shelf {
    /** 2468, hashed in one round: the tests are about what a PIN opens, not about how long its hash takes. */
    public static final String PIN = "2468";

    private static final PinHash HASH =
            PinHash.parse("pbkdf2-sha256$1$AAECAwQFBgcICQoLDA0ODw==$mCN4gA8gXxYamfkcYAkX78HsZ1geGAdGYdOLKfI0sQ4=");

    private final List<Entity> rows = new ArrayList<>();
    private long seq = 100;

    public static Shelf of(String currency) {
        Shelf shelf = new Shelf();
        shelf.rows.addAll(Rows.basics(currency));
        shelf.add(Entity.TAX_RATE, "reduced", new TaxRateBody("VAT 5%", 50_000));
        shelf.add(Entity.PRODUCT, "tea", body("Tea", 250, "standard", Optional.empty()));
        shelf.add(Entity.PRODUCT, "bread", body("Bread", 333, "reduced", Optional.empty()));
        shelf.add(Entity.PRODUCT, "wine", body("Wine", 1_999, "standard", Optional.of(18)));
        return shelf;
    }

    public Shelf setting(String name, String value) {
        rows.add(Rows.setting(name, ++seq, value));
        return this;
    }

    public Shelf user(String id, String role) {
        return add(Entity.USER, id, new UserBody(id, role, HASH, true));
    }

    /** What is on the shelf is all that the till's catalog holds. */
    public void fill(LiveTill till) {
        List<Entity> ordered = rows.stream()
                .sorted(java.util.Comparator.comparing(Entity::type).thenComparing(Entity::id))
                .toList();
        Rows.snapshot(till.sink(), ++seq, ordered);
    }

    public static Product product(LiveTill till, String id) {
        return till.catalog().find(id).orElseThrow();
    }

    /** A user's row, of which only type and id matter. */
    public static Entity row(String userId) {
        return new Entity(Entity.USER, userId, 1, Optional.empty());
    }

    private static ProductBody body(String name, long priceMinor, String taxRate, Optional<Integer> minimumAge) {
        return new ProductBody(
                name,
                List.of(name.toLowerCase(java.util.Locale.ROOT)),
                priceMinor,
                false,
                Optional.of(taxRate),
                Optional.of("food"),
                minimumAge,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Shelf add(String type, String id, Object body) {
        rows.add(new Entity(type, id, ++seq, Optional.of(Json.write(body))));
        return this;
    }
}
