package outpost.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outpost.catalog.Product;
import outpost.protocol.Limits;
import outpost.protocol.SaleTax;
import outpost.values.Money;
import outpost.values.Quantity;
import outpost.values.TaxRate;

class BasketTest {
    private static final TaxRate STANDARD = new TaxRate("standard", "VAT 20%", 200_000);

    private final Basket basket = new Basket(Currency.getInstance("GBP"));

    @Test
    void theSameProductAddsToItsLine() {
        assertEquals(0, basket.add(product("tea", 250), Quantity.ONE));
        assertEquals(1, basket.add(product("cup", 400), Quantity.ONE));

        assertEquals(0, basket.add(product("tea", 250), Quantity.parse("1.5")));

        assertEquals(2, basket.lines().size());
        assertEquals(Quantity.parse("2.5"), basket.lines().get(0).quantity());
        assertEquals(Money.of("GBP", 1_025), basket.total());
    }

    @Test
    void anotherPriceIsAnotherLine() {
        basket.add(product("tea", 250), Quantity.ONE);
        basket.add(product("tea", 260), Quantity.ONE);

        assertEquals(2, basket.lines().size());
    }

    @Test
    void whatComesBackNeverDisappearsInWhatIsBought() {
        basket.add(product("tea", 250), Quantity.ONE);
        assertEquals(1, basket.add(product("tea", 250), Quantity.of(-1)));
        assertEquals(1, basket.add(product("tea", 250), Quantity.of(-1)));

        assertEquals(
                List.of(Quantity.ONE, Quantity.of(-2)),
                basket.lines().stream().map(BasketLine::quantity).toList());
        assertEquals(Money.of("GBP", -250), basket.total());
    }

    @Test
    void openItemsAndLinesOfTheirOwnAreNeverJoined() {
        Money price = Money.of("GBP", 100);
        basket.addOpen("M", "Manual", Quantity.ONE, price, TaxRate.NONE);
        basket.addOpen("M", "Manual", Quantity.ONE, price, TaxRate.NONE);
        basket.add(product("tea", 250), Quantity.ONE);
        basket.addLine(basket.lines().get(2));

        assertEquals(4, basket.lines().size());
    }

    @Test
    void quantitiesChangeAndZeroRemoves() {
        basket.add(product("tea", 250), Quantity.ONE);
        basket.add(product("cup", 400), Quantity.ONE);

        basket.setQuantity(1, Quantity.of(-3));
        basket.setQuantity(0, new Quantity(0));

        assertEquals(Money.of("GBP", -1_200), basket.total());
        basket.remove(0);
        assertTrue(basket.isEmpty());
        assertEquals(Money.of("GBP", 0), basket.total());
    }

    @Test
    void aPriceInAnotherCurrencyIsRefused() {
        Money yen = Money.of("JPY", 100);

        assertThrows(IllegalArgumentException.class, () -> basket.addOpen("c", "n", Quantity.ONE, yen, TaxRate.NONE));
        assertTrue(basket.isEmpty());
    }

    @Test
    void whatNoReceiptCouldHoldIsRefusedWhenItIsAdded() {
        Money price = Money.of("GBP", 100);

        refused(() -> basket.addOpen("", "n", Quantity.ONE, price, TaxRate.NONE));
        refused(() -> basket.addOpen("c", "", Quantity.ONE, price, TaxRate.NONE));
        refused(() -> basket.addOpen("c", "n".repeat(Limits.NAME_CHARS + 1), Quantity.ONE, price, TaxRate.NONE));
        refused(() -> basket.addOpen("c", "n", new Quantity(0), price, TaxRate.NONE));
        refused(() -> basket.addOpen("c", "n", Quantity.ONE, price.negated(), TaxRate.NONE));
        assertTrue(basket.isEmpty());
    }

    @Test
    void sumsThatDoNotFitAreRefusedAndTheBasketStaysAsItWas() {
        Money most = Money.of("GBP", Long.MAX_VALUE);
        basket.addOpen("c", "n", Quantity.ONE, most, TaxRate.NONE);

        assertThrows(
                ArithmeticException.class,
                () -> basket.addOpen("c", "n", Quantity.ONE, Money.of("GBP", 1), TaxRate.NONE));
        assertThrows(ArithmeticException.class, () -> basket.setQuantity(0, Quantity.of(2)));

        assertEquals(most, basket.total());
        assertEquals(1, basket.lines().size());
    }

    @Test
    void aBasketTakesAsManyLinesAsASaleCanHold() {
        for (int i = 0; i < Limits.LINES_PER_SALE; i++) {
            basket.addOpen("c" + i, "n", Quantity.ONE, Money.of("GBP", 1), TaxRate.NONE);
        }

        refused(() -> basket.addOpen("one", "more", Quantity.ONE, Money.of("GBP", 1), TaxRate.NONE));
        assertEquals(Limits.LINES_PER_SALE, basket.lines().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GBP", "JPY", "KWD"})
    void totalsAndTaxesAgreeWithDecimalArithmetic(String currency, TestReporter reporter) {
        long seed = new Random().nextLong();
        reporter.publishEntry("seed", Long.toString(seed));
        Random random = new Random(seed);
        for (int ticket = 0; ticket < 200; ticket++) {
            Basket tried = randomBasket(random, Currency.getInstance(currency));
            String wrong = "seed " + seed + ", ticket " + ticket;

            Map<TaxRate, BigDecimal> grossByRate = new TreeMap<>(java.util.Comparator.comparing(TaxRate::id));
            for (BasketLine line : tried.lines()) {
                BigDecimal exact = new BigDecimal(line.unitPrice().toDecimal())
                        .multiply(new BigDecimal(line.quantity().toString()));
                BigDecimal rounded = exact.setScale(tried.currency().getDefaultFractionDigits(), RoundingMode.HALF_UP);
                assertEquals(rounded, new BigDecimal(line.total().toDecimal()), wrong);
                grossByRate.merge(line.taxRate(), rounded, BigDecimal::add);
            }
            BigDecimal total = grossByRate.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            assertEquals(0, total.compareTo(new BigDecimal(tried.total().toDecimal())), wrong);
            assertEquals(taxes(grossByRate, tried.currency()), taxes(tried), wrong);
        }
    }

    private static Basket randomBasket(Random random, Currency currency) {
        Basket basket = new Basket(currency);
        for (int i = random.nextInt(40); i >= 0; i--) {
            int ppm = random.nextInt(4) * 50_000;
            Quantity quantity = new Quantity(1 + random.nextInt(20_000));
            basket.addOpen(
                    "c",
                    "n",
                    random.nextInt(5) == 0 ? quantity.negated() : quantity,
                    new Money(currency, random.nextInt(100_000)),
                    new TaxRate("rate" + ppm, "Tax", ppm));
        }
        return basket;
    }

    private static Map<String, BigDecimal> taxes(Map<TaxRate, BigDecimal> grossByRate, Currency currency) {
        return grossByRate.entrySet().stream()
                .collect(Collectors.toMap(each -> each.getKey().id(), each -> {
                    BigDecimal ppm = BigDecimal.valueOf(each.getKey().ratePpm());
                    return each.getValue()
                            .multiply(ppm)
                            .divide(
                                    BigDecimal.valueOf(TaxRate.PPM).add(ppm),
                                    currency.getDefaultFractionDigits(),
                                    RoundingMode.HALF_UP);
                }));
    }

    private static Map<String, BigDecimal> taxes(Basket basket) {
        return basket.taxes().stream()
                .collect(Collectors.toMap(
                        SaleTax::taxRateId,
                        tax -> new BigDecimal(new Money(basket.currency(), tax.taxMinor()).toDecimal())));
    }

    private static void refused(org.junit.jupiter.api.function.Executable adding) {
        assertThrows(IllegalArgumentException.class, adding);
    }

    private static Product product(String id, long priceMinor) {
        return new Product(
                id, "Name of " + id, List.of(id), Money.of("GBP", priceMinor), false, STANDARD, Optional.empty());
    }
}
