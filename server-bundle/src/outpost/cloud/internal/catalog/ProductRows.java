package outpost.cloud.internal.catalog;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import outpost.cloud.internal.catalog.file.Row;
import outpost.protocol.ProductBody;
import outpost.values.Gtin;
import outpost.values.Money;

/** Makes products of a file's rows. What the file has no column for stays as it is in products that are there. */
final class ProductRows {
    private static final String ID = "id";
    private static final String GTIN = "gtin";
    private static final String CODE = "code";
    private static final String CODES = "codes";
    private static final String NAME = "name";
    private static final String PRICE = "price";
    private static final String TAX_RATE = "taxRate";
    private static final String CATEGORY = "category";
    private static final String MINIMUM_AGE = "minimumAge";
    private static final String COLOUR = "colour";
    private static final String PICTURE = "picture";
    private static final String QUICK_KEY = "quickKey";
    private static final String SOLD_BY_WEIGHT = "soldByWeight";
    private static final String OPEN_PRICE = "openPrice";
    private static final Pattern BETWEEN_CODES = Pattern.compile("\\|");

    private final Set<String> columns;
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
        this.columns = columns;
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
        ProductBody body = new ProductBody(
                name,
                codes,
                price(row, codes.get(0)),
                pricesDerived,
                taxRate,
                row.value(CATEGORY),
                number(row, MINIMUM_AGE),
                row.value(COLOUR),
                row.value(PICTURE),
                number(row, QUICK_KEY),
                yes(row, SOLD_BY_WEIGHT),
                yes(row, OPEN_PRICE));
        return new ImportedProduct(Draft.product(row.value(ID).orElse(codes.get(0)), body), body, this::merged);
    }

    private ProductBody merged(ProductBody row, ProductBody before) {
        return new ProductBody(
                row.name(),
                columns.contains(CODES) ? row.codes() : withFurther(row.codes(), before.codes()),
                pricesDerived ? before.priceMinor() : row.priceMinor(),
                pricesDerived && before.priceDerived(),
                kept(TAX_RATE, ProductBody::taxRateId, row, before),
                kept(CATEGORY, ProductBody::categoryId, row, before),
                kept(MINIMUM_AGE, ProductBody::minimumAge, row, before),
                kept(COLOUR, ProductBody::colour, row, before),
                kept(PICTURE, ProductBody::picture, row, before),
                kept(QUICK_KEY, ProductBody::quickKey, row, before),
                kept(SOLD_BY_WEIGHT, ProductBody::soldByWeight, row, before),
                kept(OPEN_PRICE, ProductBody::openPrice, row, before));
    }

    private <T> T kept(String column, Function<ProductBody, T> field, ProductBody row, ProductBody before) {
        return field.apply(columns.contains(column) ? row : before);
    }

    /** The row's codes, and behind them those that the product had, as many as a product may have. */
    private static List<String> withFurther(List<String> row, List<String> before) {
        return Stream.concat(row.stream(), before.stream())
                .distinct()
                .limit(ProductBody.CODES_PER_PRODUCT)
                .toList();
    }

    private static List<String> codes(Row row) {
        row.value(GTIN).filter(gtin -> Gtin.parse(gtin).isEmpty()).ifPresent(gtin -> {
            throw new IllegalArgumentException(
                    "'" + gtin + "' is not a GTIN of 8, 12, 13 or 14 digits with its check digit");
        });
        if (row.value(GTIN).isEmpty() && row.value(CODE).isEmpty()) {
            throw new IllegalArgumentException("the code is missing");
        }
        Stream<String> further = row.value(CODES).stream()
                .flatMap(BETWEEN_CODES::splitAsStream)
                .map(String::strip)
                .filter(code -> !code.isEmpty());
        return Stream.concat(Stream.of(row.value(GTIN), row.value(CODE)).flatMap(Optional::stream), further)
                .distinct()
                .toList();
    }

    private long price(Row row, String code) {
        if (pricesDerived) {
            return DerivedPrice.minor(code);
        }
        String price = row.value(PRICE).orElseThrow(() -> new IllegalArgumentException("the price is missing"));
        return Money.parse(currency, price).minor();
    }

    private static Optional<Integer> number(Row row, String column) {
        return row.value(column).map(text -> {
            try {
                return Integer.valueOf(text);
            } catch (NumberFormatException noNumber) {
                throw new IllegalArgumentException(column + " is '" + text + "', must be a whole number", noNumber);
            }
        });
    }

    /** What is not so is left out, as it is where nothing is said. */
    private static Optional<Boolean> yes(Row row, String column) {
        return row.value(column)
                .map(text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException(column + " is '" + text + "', must be true or false");
                })
                .filter(so -> so);
    }
}
