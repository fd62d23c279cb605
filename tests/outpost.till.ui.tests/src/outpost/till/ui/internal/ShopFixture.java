package outpost.till.ui.internal;

import java.net.URI;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import outpost.catalog.Catalog;
import outpost.catalog.Category;
import outpost.catalog.Product;
import outpost.catalog.Scanned;
import outpost.catalog.User;
import outpost.outbox.Identity;
import outpost.protocol.CatalogState;
import outpost.protocol.EnrolAnswer;
import outpost.protocol.SaleLine;
import outpost.protocol.SalePayload;
import outpost.protocol.SaleTax;
import outpost.protocol.SaleTender;
import outpost.sales.Basket;
import outpost.sales.BasketLine;
import outpost.sales.Cash;
import outpost.sales.Receipt;
import outpost.sales.Rung;
import outpost.sales.Sales;
import outpost.values.BranchId;
import outpost.values.Money;
import outpost.values.PosId;
import outpost.values.TaxRate;
import outpost.values.TenantId;
import outpost.values.TerminalId;
import outpost.values.reckoning.Terms;

/** A shop in memory: three products, and sales that are kept in a list or fail when told so. */
final class ShopFixture implements Catalog, Sales {
    static final Product PEN = product("4006381333931", "Pen blue", 199);
    static final Product PENCIL = product("96385074", "Pencil", 50);
    static final Product MILK = product("5000128104517", "Milk", 120);

    final List<Receipt> made = new ArrayList<>();
    final List<String> searched = new ArrayList<>();
    List<Product> products = List.of(PEN, PENCIL, MILK);
    Optional<RuntimeException> trouble = Optional.empty();

    Shop shop() {
        EnrolAnswer enrolment = new EnrolAnswer(
                new TenantId("shop"),
                "Shop",
                new BranchId("main"),
                "Main street",
                new TerminalId("till-1"),
                "Till 1",
                "GBP",
                "cloud-1",
                "key");
        return new Shop(this, this, new Identity(enrolment, new PosId("pos-1"), URI.create("http://127.0.0.1:1")));
    }

    private static Product product(String code, String name, long priceMinor) {
        return new Product(
                code,
                name,
                List.of(code),
                Money.of("GBP", priceMinor),
                false,
                new TaxRate("standard", "VAT 20%", 200_000),
                Optional.empty());
    }

    @Override
    public Optional<Product> find(String code) {
        fail();
        return products.stream().filter(product -> product.code().equals(code)).findFirst();
    }

    @Override
    public Optional<Scanned> scan(String code) {
        return find(code).map(product -> new Scanned(product, Optional.empty(), Optional.empty()));
    }

    @Override
    public List<Category> categories() {
        return List.of();
    }

    @Override
    public List<Product> quickKeys(String categoryId, int limit) {
        return List.of();
    }

    @Override
    public List<User> users() {
        return List.of();
    }

    @Override
    public Optional<Terms> terms() {
        return Optional.of(new Terms(Currency.getInstance("GBP"), true, 1));
    }

    @Override
    public List<Product> search(String text, int limit) {
        searched.add(text);
        String wanted = text.toLowerCase(Locale.ROOT);
        return products.stream()
                .filter(product -> product.name().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
    }

    @Override
    public Optional<String> setting(String name) {
        return Optional.empty();
    }

    @Override
    public CatalogState state() {
        return CatalogState.of(products.size(), products.size(), 0);
    }

    @Override
    public Receipt complete(Basket basket, Kind kind, Cash tendered, String cashier, Optional<String> reference) {
        fail();
        List<SaleLine> lines = new ArrayList<>();
        for (BasketLine line : basket.lines()) {
            lines.add(new SaleLine(
                    lines.size() + 1,
                    line.productId(),
                    line.code(),
                    line.name(),
                    line.quantity().milli(),
                    line.unitPrice().minor(),
                    line.total().minor(),
                    line.taxRate().id(),
                    line.taxRate().ratePpm()));
        }
        long total = basket.total().minor();
        long handed = tendered.handed().minor();
        SalePayload sale = new SalePayload(
                new UUID(0, made.size()),
                "1-" + (made.size() + 1),
                reference,
                Currency.getInstance("GBP").getCurrencyCode(),
                cashier,
                lines,
                SaleTax.of("GBP", lines),
                List.of(new SaleTender(SaleTender.CASH, total, handed, handed - total)),
                total);
        Receipt receipt = new Receipt(kind, ZonedDateTime.parse("2026-01-31T10:15:30+00:00[Europe/London]"), sale);
        made.add(receipt);
        return receipt;
    }

    @Override
    public Optional<Receipt> receipt(String number) {
        return made.stream().filter(receipt -> receipt.number().equals(number)).findFirst();
    }

    @Override
    public Optional<Receipt> byReference(String reference) {
        return Optional.empty();
    }

    @Override
    public List<Receipt> latest(int limit) {
        return List.copyOf(made);
    }

    @Override
    public Rung rung() {
        return new Rung(made.size(), 0, 0, Money.of("GBP", 0));
    }

    private void fail() {
        trouble.ifPresent(cause -> {
            throw cause;
        });
    }
}
