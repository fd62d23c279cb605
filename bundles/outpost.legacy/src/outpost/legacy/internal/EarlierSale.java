package outpost.legacy.internal;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import outpost.catalog.Product;
import outpost.protocol.SaleDiscount;
import outpost.protocol.SaleLine;
import outpost.protocol.SalePayload;
import outpost.protocol.SaleTax;
import outpost.protocol.SaleTender;
import outpost.sales.Receipt;
import outpost.sales.Sales.Kind;
import outpost.values.Quantity;
import outpost.values.Rounding;

/** Makes receipts of this till's form from rows of the earlier one. Prices contain the tax there. */
final class EarlierSale {
    private static final String DISCOUNT = "Earlier till";
    private static final String NO_RATE = "none";

    private final Currency currency;
    private final ZoneId zone;
    private final Map<String, Product> products;

    /** @param products by their ids at the earlier till, those that are in this catalog */
    EarlierSale(Currency currency, ZoneId zone, Map<String, Product> products) {
        this.currency = currency;
        this.zone = zone;
        this.products = products;
    }

    /**
     * The receipt; its sale's id follows from what the row says, so that it is the same in every run.
     *
     * @throws LegacyException if a value is missing or no number
     * @throws IllegalArgumentException if it does not add up
     * @throws ArithmeticException if its amounts add up to more than can be kept
     */
    Receipt of(LegacyRow row, List<LegacyRow> items) {
        String number = row.required("number", "receipt_number", "receipt_no", "id");
        ZonedDateTime at = row.time(zone, "completed_at", "created_at", "sold_at", "timestamp", "date");
        long total = amount(row, "total_minor", "total", "amount")
                .orElseThrow(() -> new LegacyException("receipts has no total_minor or total"));
        row.text("currency")
                .filter(stated -> !stated.equals(currency.getCurrencyCode()))
                .ifPresent(other -> {
                    throw new LegacyException("it is in " + other + ", this till sells in " + currency);
                });
        List<SaleLine> lines = new ArrayList<>();
        for (LegacyRow item : items) {
            lines.add(line(lines.size() + 1, item));
        }
        String tender = row.text("tender_type", "payment_type", "payment_method", "tender")
                .orElse(SaleTender.CASH)
                .toLowerCase(Locale.ROOT);
        String id =
                String.join("\n", "outpost-earlier-sale", number, at.toInstant().toString(), Long.toString(total));
        SalePayload sale = new SalePayload(
                UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)),
                number,
                Optional.empty(),
                currency.getCurrencyCode(),
                row.text("cashier", "cashier_name", "user", "operator").orElse(DISCOUNT),
                lines,
                SaleTax.of(currency.getCurrencyCode(), lines),
                List.of(new SaleTender(tender, total, total, 0)),
                total);
        return new Receipt(isRefund(row, total) ? Kind.REFUND : Kind.SALE, at, sale);
    }

    private static boolean isRefund(LegacyRow row, long total) {
        return row.text("kind", "type", "receipt_type")
                .map(kind -> kind.equalsIgnoreCase("refund") || kind.equalsIgnoreCase("return"))
                .orElse(total < 0);
    }

    private SaleLine line(int number, LegacyRow item) {
        Optional<Product> product = item.text("product_id").map(products::get);
        long quantity = item.number(3, "quantity_milli", "quantity", "qty").orElse(Quantity.MILLI_PER_UNIT);
        long unitPrice = amount(item, "unit_price_minor", "unit_price", "price")
                .orElseThrow(() -> new LegacyException("receipt_items has no unit_price_minor or unit_price"));
        long price = Rounding.halfUp(unitPrice, quantity, Quantity.MILLI_PER_UNIT);
        long total =
                amount(item, "total_minor", "line_total", "total", "amount").orElse(price);
        Optional<Integer> ppm = item.number(4, "tax_rate_ppm", "tax_rate", "vat_rate", "tax_percent")
                .map(Math::toIntExact);
        String code = item.text("code", "barcode", "gtin", "ean", "sku")
                .or(() -> product.map(Product::code))
                .or(() -> item.text("product_id"))
                .orElse("?");
        return new SaleLine(
                number,
                product.map(Product::id),
                code,
                item.text("name", "product_name", "description")
                        .or(() -> product.map(Product::name))
                        .orElse(code),
                quantity,
                unitPrice,
                total,
                ppm.map(stated -> "tax-" + stated)
                        .or(() -> product.map(known -> known.taxRate().id()))
                        .orElse(NO_RATE),
                ppm.or(() -> product.map(known -> known.taxRate().ratePpm())).orElse(0),
                product.flatMap(Product::categoryId),
                Optional.empty(),
                discounts(Math.subtractExact(price, total)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** What a line cost less than its price was taken off by somebody; the file does not say by whom. */
    private static List<SaleDiscount> discounts(long takenOffMinor) {
        return takenOffMinor == 0
                ? List.of()
                : List.of(new SaleDiscount(
                        SaleDiscount.Scope.LINE, DISCOUNT, Optional.empty(), takenOffMinor, Optional.empty()));
    }

    private Optional<Long> amount(LegacyRow row, String minor, String... decimals) {
        return row.number(currency.getDefaultFractionDigits(), minor, decimals);
    }
}
