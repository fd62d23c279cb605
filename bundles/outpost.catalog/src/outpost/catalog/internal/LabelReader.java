package outpost.catalog.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.catalog.Product;
import outpost.catalog.Scanned;
import outpost.catalog.internal.LabelLayout.Label;
import outpost.values.Gtin;
import outpost.values.Money;
import outpost.values.Quantity;

/** Finds what a scanned code stands for, a shop's own labels with weight, price or count among them. */
final class LabelReader {
    private static final Logger log = LoggerFactory.getLogger(LabelReader.class);
    private static final String LAYOUTS = "codes.embedded";

    private final ProductReader products;
    private final ShopReader shop;

    LabelReader(ProductReader products, ShopReader shop) {
        this.products = products;
        this.shop = shop;
    }

    Optional<Scanned> scan(String code) {
        return products.find(code)
                .map(product -> new Scanned(product, Optional.empty(), Optional.empty()))
                .or(() -> Gtin.parse(code.strip()).flatMap(Gtin::digits13).flatMap(this::label));
    }

    private Optional<Scanned> label(String digits13) {
        return layouts().stream()
                .flatMap(layout -> layout.read(digits13).stream())
                .flatMap(label -> product(label).flatMap(product -> measured(label, product)).stream())
                .findFirst();
    }

    /** An item is in the catalog by its number, or by the whole code of a label without measure. */
    private Optional<Product> product(Label label) {
        String whole = Gtin.withCheckDigit(label.withoutMeasure()).digits14();
        return Stream.of(label.item(), label.item().replaceFirst("^0+(?=.)", ""), whole)
                .distinct()
                .flatMap(code -> products.find(code).stream())
                .findFirst();
    }

    private static Optional<Scanned> measured(Label label, Product product) {
        if (label.kind() != 'P') {
            return Optional.of(Quantity.parse(label.decimal()))
                    .filter(quantity -> !quantity.isZero())
                    .map(quantity -> new Scanned(product, Optional.of(quantity), Optional.empty()));
        }
        return price(label, product)
                .filter(price -> price.minor() > 0)
                .map(price -> new Scanned(product, Optional.empty(), Optional.of(price)));
    }

    private static Optional<Money> price(Label label, Product product) {
        try {
            return Optional.of(Money.parse(product.price().currency(), label.decimal()));
        } catch (IllegalArgumentException e) {
            log.warn("The setting '{}' gives prices more decimals than the currency has: {}", LAYOUTS, e.getMessage());
            return Optional.empty();
        }
    }

    private List<LabelLayout> layouts() {
        return shop.setting(LAYOUTS)
                .map(text -> text.lines().map(String::strip).filter(line -> !line.isEmpty()))
                .orElseGet(Stream::empty)
                .flatMap(line -> layout(line).stream())
                .toList();
    }

    private static Optional<LabelLayout> layout(String line) {
        Optional<LabelLayout> layout = LabelLayout.parse(line);
        if (layout.isEmpty()) {
            log.warn("The setting '{}' has a line that is no layout of a label: {}", LAYOUTS, line);
        }
        return layout;
    }
}
