package outpost.catalog.internal;

import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.catalog.Product;
import outpost.protocol.Json;
import outpost.protocol.MalformedMessageException;
import outpost.protocol.ProductBody;
import outpost.protocol.SettingBody;
import outpost.protocol.TaxRateBody;
import outpost.store.Transaction;
import outpost.store.Transaction.Row;
import outpost.values.Money;
import outpost.values.TaxRate;

/** Reads products within one transaction, so that price, currency and tax rate are of one moment. */
final class ProductReader {
    private static final Logger log = LoggerFactory.getLogger(ProductReader.class);
    private static final String CURRENCY = "currency";
    /** Ranking costs about a microsecond a name. Beyond these, the words typed say too little for an order to matter. */
    private static final int MAX_RANKED = 10_000;
    /** CROSS: SQLite cannot know that the names found are fewer than all products, and would walk through these. */
    private static final String SEARCH = "SELECT p.id, p.body FROM (SELECT entity, score FROM"
            + " (SELECT rowid AS entity, rank AS score FROM product_names WHERE product_names MATCH ? LIMIT ?)"
            + " ORDER BY score LIMIT ?) AS found"
            + " CROSS JOIN products AS p ON p.entity = found.entity ORDER BY found.score";

    private final Transaction transaction;
    private final Map<String, Optional<TaxRate>> rates = new HashMap<>();

    ProductReader(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Where two products claim one code, the one that was changed last has it. */
    Optional<Product> find(String code) {
        return sellable(transaction.query(
                        "SELECT p.id, p.body FROM product_codes AS c JOIN products AS p ON p.entity = c.entity"
                                + " WHERE c.code = ? ORDER BY p.seq DESC",
                        Stored::of,
                        ProductIndex.normalised(code)))
                .stream()
                .findFirst();
    }

    List<Product> search(String text, int limit) {
        String query = SearchText.prefixQuery(text);
        if (query.isEmpty()) {
            return List.of();
        }
        return sellable(transaction.query(SEARCH, Stored::of, query, MAX_RANKED, limit));
    }

    Optional<String> setting(String name) {
        return transaction
                .first("SELECT body FROM settings WHERE id = ?", row -> row.text("body"), name)
                .flatMap(body -> read("setting " + name, body, SettingBody.class))
                .map(SettingBody::value);
    }

    private List<Product> sellable(List<Stored> stored) {
        if (stored.isEmpty()) {
            return List.of();
        }
        Optional<Currency> currency = currency();
        if (currency.isEmpty()) {
            log.warn("No product can be sold: the cloud gave no setting '{}' that is a currency's code", CURRENCY);
            return List.of();
        }
        return stored.stream()
                .flatMap(each -> product(each, currency.get()).stream())
                .toList();
    }

    private Optional<Currency> currency() {
        try {
            return setting(CURRENCY).map(Currency::getInstance);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A product whose rate is unknown is not offered: during a first snapshot rates come last, and a wrong tax is worse than a late product. */
    private Optional<Product> product(Stored stored, Currency currency) {
        return read("product " + stored.id(), stored.body(), ProductBody.class).flatMap(body -> taxRate(body)
                .map(rate -> new Product(
                        stored.id(),
                        body.name(),
                        body.codes(),
                        new Money(currency, body.priceMinor()),
                        body.priceDerived(),
                        rate,
                        body.categoryId())));
    }

    private Optional<TaxRate> taxRate(ProductBody body) {
        return body.taxRateId().isEmpty()
                ? Optional.of(TaxRate.NONE)
                : rates.computeIfAbsent(body.taxRateId().get(), this::taxRate);
    }

    private Optional<TaxRate> taxRate(String id) {
        Optional<TaxRate> rate = transaction
                .first("SELECT body FROM tax_rates WHERE id = ?", row -> row.text("body"), id)
                .flatMap(body -> read("tax rate " + id, body, TaxRateBody.class))
                .map(body -> new TaxRate(id, body.name(), body.ratePpm()));
        if (rate.isEmpty()) {
            log.warn("Products of tax rate '{}' cannot be sold: the catalog does not hold that rate", id);
        }
        return rate;
    }

    private static <T> Optional<T> read(String what, String body, Class<T> type) {
        try {
            return Optional.of(Json.read(body, type));
        } catch (MalformedMessageException e) {
            log.warn("The catalog's {} cannot be read: {}", what, e.getMessage());
            return Optional.empty();
        }
    }

    private record Stored(String id, String body) {
        static Stored of(Row row) {
            return new Stored(row.text("id"), row.text("body"));
        }
    }
}
