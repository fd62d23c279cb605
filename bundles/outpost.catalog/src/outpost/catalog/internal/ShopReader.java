package outpost.catalog.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.catalog.Category;
import outpost.catalog.Key;
import outpost.catalog.User;
import outpost.protocol.CategoryBody;
import outpost.protocol.Entity;
import outpost.protocol.SettingBody;
import outpost.protocol.TaxRateBody;
import outpost.protocol.UserBody;
import outpost.store.Transaction;
import outpost.store.Transaction.Row;
import outpost.values.TaxRate;
import outpost.values.reckoning.Terms;

/** Reads, within one transaction, what holds for the whole shop: settings, tax rates, departments, people. */
final class ShopReader {
    private static final Logger log = LoggerFactory.getLogger(ShopReader.class);
    private static final String CURRENCY = "currency";
    private static final String TAX_INCLUDED = "tax.included";
    private static final String CASH_ROUNDING = "cash.rounding";
    private static final int NO_PLACE = Integer.MAX_VALUE;
    private static final Comparator<Category> BY_PLACE = Comparator.<Category>comparingInt(
                    category -> category.key().place().orElse(NO_PLACE))
            .thenComparing(Category::name)
            .thenComparing(Category::id);

    private final Transaction transaction;

    ShopReader(Transaction transaction) {
        this.transaction = transaction;
    }

    Optional<String> setting(String name) {
        return transaction
                .first(
                        "SELECT body FROM catalog_entities WHERE type = ? AND id = ?",
                        row -> row.text("body"),
                        Entity.SETTING,
                        name)
                .flatMap(body -> Bodies.read(Entity.SETTING, name, body, SettingBody.class))
                .map(SettingBody::value);
    }

    Optional<Currency> currency() {
        Optional<Currency> currency = setting(CURRENCY).flatMap(ShopReader::currency);
        if (currency.isEmpty()) {
            log.warn("Nothing can be sold: the cloud gave no setting '{}' that is a currency's code", CURRENCY);
        }
        return currency;
    }

    Optional<Terms> terms() {
        return currency()
                .map(currency -> new Terms(
                        currency,
                        !setting(TAX_INCLUDED).map(String::strip).orElse("").equals("false"),
                        cashStep(currency)));
    }

    List<TaxRate> taxRates() {
        List<TaxRate> rates = new ArrayList<>();
        for (Stored stored : all(Entity.TAX_RATE)) {
            Bodies.read(Entity.TAX_RATE, stored.id(), stored.body(), TaxRateBody.class)
                    .map(body -> new TaxRate(stored.id(), body.name(), body.ratePpm()))
                    .ifPresent(rates::add);
        }
        return rates;
    }

    /** A department whose rate is not here is not offered, as no product is. */
    List<Category> categories() {
        Map<String, TaxRate> rates = taxRates().stream().collect(Collectors.toMap(TaxRate::id, rate -> rate));
        List<Category> categories = new ArrayList<>();
        for (Stored stored : all(Entity.CATEGORY)) {
            Bodies.read(Entity.CATEGORY, stored.id(), stored.body(), CategoryBody.class)
                    .filter(body -> body.taxRateId().map(rates::containsKey).orElse(true))
                    .map(body -> new Category(
                            stored.id(),
                            body.name(),
                            new Key(body.colour(), body.picture(), body.quickKey()),
                            body.taxRateId().map(rates::get).orElse(TaxRate.NONE)))
                    .ifPresent(categories::add);
        }
        categories.sort(BY_PLACE);
        return List.copyOf(categories);
    }

    List<User> users() {
        List<User> users = new ArrayList<>();
        for (Stored stored : all(Entity.USER)) {
            Bodies.read(Entity.USER, stored.id(), stored.body(), UserBody.class)
                    .filter(UserBody::active)
                    .map(body -> new User(stored.id(), body.name(), body.role(), body.pinHash()))
                    .ifPresent(users::add);
        }
        users.sort(Comparator.comparing(User::name).thenComparing(User::id));
        return List.copyOf(users);
    }

    private long cashStep(Currency currency) {
        long ofTheCurrency = Terms.cashStepMinor(currency);
        return setting(CASH_ROUNDING)
                .map(String::strip)
                .map(text -> {
                    if (text.matches("[1-9][0-9]{0,8}")) {
                        return Long.parseLong(text);
                    }
                    log.warn("The setting '{}' is '{}', and must be a number of minor units", CASH_ROUNDING, text);
                    return ofTheCurrency;
                })
                .orElse(ofTheCurrency);
    }

    private List<Stored> all(String type) {
        return transaction.query("SELECT id, body FROM catalog_entities WHERE type = ?", Stored::of, type);
    }

    private static Optional<Currency> currency(String code) {
        try {
            // Gold and the like have codes, too, but no minor unit to count in.
            return Optional.of(Currency.getInstance(code)).filter(known -> known.getDefaultFractionDigits() >= 0);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private record Stored(String id, String body) {
        static Stored of(Row row) {
            return new Stored(row.text("id"), row.text("body"));
        }
    }
}
