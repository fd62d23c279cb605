package outpost.catalog.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.catalog.Key;
import outpost.catalog.Product;
import outpost.protocol.Entity;
import outpost.protocol.Json;
import outpost.protocol.ProductBody;
import outpost.store.Transaction;
import outpost.store.Transaction.Row;
import outpost.values.Money;
import outpost.values.TaxRate;

/** Reads products within one transaction, so that price, currency and tax rate are of one moment. */
final class ProductReader {
    private static final Logger log = LoggerFactory.getLogger(ProductReader.class);
    /** So many of the shortest names are looked at for each of the two questions that a search asks, at least. */
    private static final int MIN_MATCHES = 100;

    private static final String CHANGES = "(SELECT changes FROM catalog_meta) AS changes";
    private static final String PRODUCT = "SELECT e.id, coalesce(o.body, e.body) AS body, " + CHANGES;
    private static final String OVERLAY = " LEFT JOIN product_overlays AS o ON o.entity = e.entity";
    private static final String FIND = PRODUCT
            + " FROM product_codes AS c JOIN catalog_entities AS e ON e.entity = c.entity" + OVERLAY
            + " WHERE c.code = ? ORDER BY e.seq DESC";
    private static final String MATCH =
            "SELECT rowid AS name_row FROM product_words WHERE product_words MATCH ? ORDER BY rowid LIMIT ?";
    /** CROSS: SQLite cannot know that the list is the shorter one, and would walk through the whole catalog. */
    private static final String FOUND = PRODUCT
            + " FROM json_each(?) AS found CROSS JOIN catalog_entities AS e ON e.entity = found.value" + OVERLAY;

    private static final String ON_PAGE = PRODUCT
            + " FROM category_products AS c JOIN catalog_entities AS e ON e.entity = c.entity" + OVERLAY
            + " WHERE c.category = ? ORDER BY c.place LIMIT ?";

    private final Transaction transaction;
    private final AtomicReference<Rates> known;
    private final Set<String> missingRates = new HashSet<>();

    /** @param known what an earlier transaction read, for as long as it holds */
    ProductReader(Transaction transaction, AtomicReference<Rates> known) {
        this.transaction = transaction;
        this.known = known;
    }

    /** Where two products claim one code, the one that was changed last has it. */
    Optional<Product> find(String code) {
        return sellable(FIND, ProductIndex.normalised(code)).stream().findFirst();
    }

    List<Product> search(String text, int limit) {
        List<String> words = SearchText.words(SearchText.folded(text));
        if (words.isEmpty()) {
            return List.of();
        }
        return sellable(FOUND, Json.write(matches(words, Math.max(limit, MIN_MATCHES)))).stream()
                .map(product -> Match.of(product, words))
                .sorted()
                .limit(limit)
                .map(Match::product)
                .toList();
    }

    List<Product> quickKeys(String categoryId, int limit) {
        List<Product> products = new ArrayList<>(sellable(ON_PAGE, categoryId, limit));
        products.sort(Comparator.<Product>comparingInt(
                        product -> product.key().place().orElse(ProductIndex.NO_PLACE))
                .thenComparing(Product::name)
                .thenComparing(Product::id));
        return List.copyOf(products);
    }

    /** Names that begin as typed come first, and there may be many shorter ones that only contain the words: so these are asked for only where there is room. */
    private Set<Long> matches(List<String> words, int enough) {
        Set<Long> entities = new LinkedHashSet<>(matches(NameIndex.beginningWith(words), enough));
        if (entities.size() < enough) {
            entities.addAll(matches(NameIndex.withWords(words), enough));
        }
        return entities;
    }

    private List<Long> matches(String question, int enough) {
        return transaction.query(MATCH, row -> NameIndex.entity(row.number("name_row")), question, enough);
    }

    private List<Product> sellable(String sql, Object... arguments) {
        List<Stored> stored = transaction.query(sql, Stored::of, arguments);
        if (stored.isEmpty()) {
            return List.of();
        }
        Rates rates = rates(stored.get(0).change());
        return stored.stream().flatMap(each -> product(each, rates).stream()).toList();
    }

    private Rates rates(long change) {
        Rates rates = known.get();
        if (rates.change() != change) {
            rates = Rates.load(change, transaction);
            known.set(rates);
        }
        return rates;
    }

    /** A product whose rate is unknown is not offered: during a first snapshot rates come last, and a wrong tax is worse than a late product. */
    private Optional<Product> product(Stored stored, Rates rates) {
        if (rates.currency().isEmpty()) {
            return Optional.empty();
        }
        Currency currency = rates.currency().get();
        return Bodies.read(Entity.PRODUCT, stored.id(), stored.body(), ProductBody.class)
                .flatMap(body -> taxRate(body, rates).map(rate -> product(stored.id(), body, currency, rate)));
    }

    private Optional<TaxRate> taxRate(ProductBody body, Rates rates) {
        Optional<TaxRate> rate = rates.of(body);
        if (rate.isEmpty() && missingRates.add(body.taxRateId().orElse(""))) {
            log.warn("What has the tax rate {} cannot be sold: the catalog does not hold that rate", body.taxRateId());
        }
        return rate;
    }

    private static Product product(String id, ProductBody body, Currency currency, TaxRate rate) {
        return new Product(
                id,
                body.name(),
                body.codes(),
                new Money(currency, body.priceMinor()),
                body.priceDerived(),
                rate,
                body.categoryId(),
                body.minimumAge(),
                body.soldByWeight().orElse(false),
                body.openPrice().orElse(false),
                new Key(body.colour(), body.picture(), body.quickKey()));
    }

    /** @param change the number of the catalog's last change */
    private record Stored(String id, String body, long change) {
        static Stored of(Row row) {
            return new Stored(row.text("id"), row.text("body"), row.number("changes"));
        }
    }
}
