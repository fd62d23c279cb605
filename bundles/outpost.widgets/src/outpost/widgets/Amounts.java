package outpost.widgets;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import java.util.function.Supplier;
import outpost.values.Money;
import outpost.widgets.ask.Figure;

/** Amounts and times as people write them in the language of the moment: {@code £1,234.50}. */
public final class Amounts {
    private static final int PPM_PER_PERCENT_DIGITS = 4;

    private final Currency currency;
    private final Supplier<Locale> locale;
    private final Clock clock;

    /** @param locale asked anew each time, as the language can be switched */
    public Amounts(Currency currency, Supplier<Locale> locale, Clock clock) {
        this.currency = currency;
        this.locale = locale;
        this.clock = clock;
    }

    public Currency currency() {
        return currency;
    }

    public String of(Money money) {
        return of(money.minor());
    }

    public String of(long minor) {
        return of(new Money(currency, minor), locale.get());
    }

    /** An amount as it is written there. */
    public static String of(Money money, Locale locale) {
        Currency currency = money.currency();
        int digits = currency.getDefaultFractionDigits();
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(BigDecimal.valueOf(money.minor(), digits));
    }

    /** The amount without its currency. */
    public String plain(long minor) {
        int digits = currency.getDefaultFractionDigits();
        NumberFormat format = NumberFormat.getNumberInstance(locale.get());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(BigDecimal.valueOf(minor, digits));
    }

    /** {@code 12.5 %} for 125,000 parts of a million. */
    public String percent(int ppm) {
        BigDecimal percent = BigDecimal.valueOf(ppm, PPM_PER_PERCENT_DIGITS).stripTrailingZeros();
        NumberFormat format = NumberFormat.getNumberInstance(locale.get());
        format.setMaximumFractionDigits(PPM_PER_PERCENT_DIGITS);
        return format.format(percent) + " %";
    }

    public String time(ZonedDateTime when) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale.get())
                .format(when);
    }

    public String dayAndTime(ZonedDateTime when) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale.get())
                .format(when);
    }

    /** The last birthday of somebody who is so old today. */
    public String bornBefore(int years) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale.get())
                .format(LocalDate.now(clock).minusYears(years));
    }

    /** A figure in this currency, to be typed. */
    public Figure figure(Figure.Unit... units) {
        return new Figure(currency, units);
    }
}
