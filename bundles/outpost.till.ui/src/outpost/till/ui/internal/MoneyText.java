package outpost.till.ui.internal;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import outpost.values.Money;

/** Amounts as people write them: {@code £1,234.50}. */
final class MoneyText {
    private final NumberFormat format;
    private final Currency currency;

    MoneyText(Currency currency, Locale locale) {
        this.currency = currency;
        format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
        format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
    }

    String of(Money money) {
        return of(money.minor());
    }

    String of(long minor) {
        return format.format(BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()));
    }
}
