package outpost.replay.internal;

import java.util.Currency;
import java.util.Optional;
import outpost.catalog.Catalog;
import outpost.catalog.Product;
import outpost.sales.Basket;
import outpost.sales.BasketLine;
import outpost.sales.Cash;
import outpost.sales.Sales;
import outpost.values.TaxRate;

/** Rings invoices as they are written: each line by itself, at the invoice's own price, paid in cash to the penny. */
final class Cashier {
    private static final String NAME = "replay";

    private final Catalog catalog;
    private final Sales sales;
    private final Currency currency;

    Cashier(Catalog catalog, Sales sales, Currency currency) {
        this.catalog = catalog;
        this.sales = sales;
        this.currency = currency;
    }

    /** Rings an invoice unless this till has rung it before; answers whether it did. */
    boolean ring(Invoice invoice) {
        if (sales.byReference(invoice.number()).isPresent()) {
            return false;
        }
        Basket basket = new Basket(currency);
        invoice.lines().forEach(line -> basket.addLine(basketLine(line)));
        sales.complete(basket, invoice.kind(), Cash.exactly(basket.total()), NAME, Optional.of(invoice.number()));
        return true;
    }

    private BasketLine basketLine(Invoice.Line line) {
        Optional<Product> product = catalog.find(line.code());
        return new BasketLine(
                product.map(Product::id),
                line.code(),
                product.map(Product::name).orElse(line.name()),
                line.quantity(),
                line.price(),
                false,
                product.map(Product::taxRate).orElse(TaxRate.NONE));
    }
}
