package outpost.cloud.internal.catalog;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import outpost.cloud.internal.catalog.file.Row;
import outpost.protocol.ProductBody;
import outpost.values.Gtin;
import outpost.values.Money;

/** Makes products of a file's rows. */
final class ProductRows {
    private static final String ID = "id";
    private static final String GTIN = "gtin";
    private static final String CODE = "code";
    private static final String NAME = "name";
    private static final String PRICE = "price";
    private static final String TAX_RATE = "taxRate";
    private static final String CATEGORY = "category";

    private final Currency currency;
    private final Set<String> taxRates;
    private final boolean pricesDerived;

    /**
     * @param columns the file's
     * @param taxRates ids of those that exist
     * @throws IllegalArgumentException if a column is missing without which no row makes a product
     */
    ProductRows(Set<String> columns, Currency currency, Set<String> taxRates) {
        if (!columns.contains(GTIN) && !columns.contains(CODE)) {
            throw new IllegalArgumentException("the file has neither a column 'gtin' nor a column 'code'");
        }
        if (!columns.contains(NAME)) {
            throw new IllegalArgumentException("the file has no column 'name'");
        }
        this.currency = currency;
        this.taxRates = taxRates;
        this.pricesDerived = !columns.contains(PRICE);
    }

    boolean pricesDerived() {
        return pricesDerived;
    }

    /** @throws IllegalArgumentException saying why the row makes no product */
    ImportedProduct product(Row row) {
        row.problem().ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
        List<String> codes = codes(row);
        String name = row.value(NAME).orElseThrow(() -> new IllegalArgumentException("the name is missing"));
        Optional<String> taxRate = row.value(TAX_RATE);
        if (taxRate.isPresent() && !taxRates.contains(taxRate.get())) {
            throw new IllegalArgumentException("there is no tax rate '" + taxRate.get() + "'");
        }
        Optional<String> category = row.value(CATEGORY);
        ProductBody body = new ProductBody(name, codes, price(row, codes.get(0)), pricesDerived, taxRate, category);
        return new ImportedProduct(Draft.product(row.value(ID).orElse(codes.get(0)), body), category);
    }

    /** @param category what it is sorted under, which may have to be made */
    record ImportedProduct(Draft draft, Optional<String> category) {}

    private static List<String> codes(Row row) {
        row.value(GTIN).filter(gtin -> Gtin.parse(gtin).isEmpty()).ifPresent(gtin -> {
            throw new IllegalArgumentException(
                    "'" + gtin + "' is not a GTIN of 8, 12, 13 or 14 digits with its check digit");
        });
        List<String> codes = Stream.of(row.value(GTIN), row.value(CODE))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        if (codes.isEmpty()) {
            throw new IllegalArgumentException("the code is missing");
        }
        return codes;
    }

    private long price(Row row, String code) {
        if (pricesDerived) {
            return DerivedPrice.minor(code);
        }
        String price = row.value(PRICE).orElseThrow(() -> new IllegalArgumentException("the price is missing"));
        return Money.parse(currency, price).minor();
    }
}
