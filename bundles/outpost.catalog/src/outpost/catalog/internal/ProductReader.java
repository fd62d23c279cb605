package outpost.catalog.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outpost.catalog.Key;
import outpost.catalog.Product;
import outpost.protocol.Entity;
import outpost.protocol.ProductBody;
import outpost.store.Transaction;
import outpost.values.Money;

/** Reads products within one transaction, so that price, currency and tax rate are of one moment. */
final class ProductReader {
    /** So many of the shortest names are looked at for each of the two questions that a search asks, at least. */
    private static final int MIN_MATCHES = 100;
    /** CROSS: SQLite cannot know that the names found are fewer than all products, and would walk through these. */
    private static final String SEARCH = "SELECT e.id, e.body FROM"
            + " (SELECT rowid AS name_row FROM product_names WHERE product_names MATCH ? ORDER BY rowid LIMIT ?) AS found"
            + " CROSS JOIN catalog_entities AS e ON e.entity = " + NameIndex.entityOf("found.name_row");

    private final Transaction transaction;
    private final ShopReader shop;

    ProductReader(Transaction transaction) {
        this.transaction = transaction;
        this.shop = new ShopReader(transaction);
    }

    /** Where two products claim one code, the one that was changed last has it. */
    Optional<Product> find(String code) {
        return sellable(transaction.query(
                        "SELECT e.id, e.body FROM product_codes AS c JOIN catalog_entities AS e ON e.entity = c.entity"
                                + " WHERE c.code = ? ORDER BY e.seq DESC",
                        Stored::of,
                        ProductIndex.normalised(code)))
                .stream()
                .findFirst();
    }

    /** Names that begin as typed are asked for by themselves: there may be many shorter ones that only contain the words. */
    List<Product> search(String text, int limit) {
        List<String> words = SearchText.words(SearchText.folded(text));
        if (words.isEmpty()) {
            return List.of();
        }
        int matches = Math.max(limit, MIN_MATCHES);
        Map<String, Stored> found = new LinkedHashMap<>();
        for (String question : List.of(NameIndex.beginningWith(words), NameIndex.withWords(words))) {
            transaction.query(SEARCH, Stored::of, question, matches).forEach(each -> found.put(each.id(), each));
        }
        return sellable(List.copyOf(found.values())).stream()
                .map(product -> Match.of(product, words))
                .sorted()
                .limit(limit)
                .map(Match::product)
                .toList();
    }

    List<Product> quickKeys(String categoryId, int limit) {
        List<Product> products = new ArrayList<>(sellable(transaction.query(
                "SELECT e.id, e.body FROM category_products AS c JOIN catalog_entities AS e ON e.entity = c.entity"
                        + " WHERE c.category = ? ORDER BY c.place LIMIT ?",
                Stored::of,
                categoryId,
                limit)));
        products.sort(Comparator.<Product>comparingInt(
                        product -> product.key().place().orElse(ProductIndex.NO_PLACE))
                .thenComparing(Product::name)
                .thenComparing(Product::id));
        return List.copyOf(products);
    }

    private List<Product> sellable(List<Stored> stored) {
        if (stored.isEmpty()) {
            return List.of();
        }
        Optional<Currency> currency = shop.currency();
        return stored.stream()
                .flatMap(each -> currency.flatMap(known -> product(each, known)).stream())
                .toList();
    }

    /** A product whose rate is unknown is not offered: during a first snapshot rates come last, and a wrong tax is worse than a late product. */
    private Optional<Product> product(Stored stored, Currency currency) {
        return Bodies.read(Entity.PRODUCT, stored.id(), stored.body(), ProductBody.class)
                .flatMap(body -> shop.taxRate(body.taxRateId())
                        .map(rate -> new Product(
                                stored.id(),
                                body.name(),
                                body.codes(),
                                new Money(currency, body.priceMinor()),
                                body.priceDerived(),
                                rate,
                                body.categoryId(),
                                body.minimumAge(),
                                body.soldByWeight().orElse(false),
                                body.openPrice().orElse(false),
                                new Key(body.colour(), body.picture(), body.quickKey()))));
    }
}
