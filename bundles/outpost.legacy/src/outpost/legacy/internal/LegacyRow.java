package outpost.legacy.internal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One row of the earlier till's file. Programs name their columns differently, so each value is asked for by all names that it goes by; the first that is there
 * counts.
 *
 * @param values by column name in small letters, as text; nothing for NULL
 */
record LegacyRow(String table, Map<String, String> values) {
    private static final long FIRST_MILLIS = 100_000_000_000L;

    Optional<String> text(String... names) {
        return Arrays.stream(names)
                .map(values::get)
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** @throws LegacyException if it is not there */
    String required(String... names) {
        return text(names).orElseThrow(() -> new LegacyException(table + " has no " + String.join(" or ", names)));
    }

    /**
     * A number in units of 10<sup>-digits</sup>: stated so in the column {@code whole}, or as a decimal in one of the others.
     *
     * @throws LegacyException if it is there and no such number
     */
    Optional<Long> number(int digits, String whole, String... decimals) {
        return text(whole).map(text -> exact(whole, text, 0)).or(() -> text(decimals)
                .map(text -> exact(decimals[0], text, digits)));
    }

    /**
     * A point in time: ISO 8601 with or without zone, {@code 2026-01-31 10:15:30}, or seconds or milliseconds since 1970.
     *
     * @param zone where the till stood
     */
    ZonedDateTime time(ZoneId zone, String... names) {
        String text = required(names);
        try {
            if (text.matches("\\d{9,14}")) {
                long number = Long.parseLong(text);
                return Instant.ofEpochMilli(number < FIRST_MILLIS ? number * 1_000 : number)
                        .atZone(zone);
            }
            String iso = text.replace(' ', 'T');
            return iso.matches(".*T.*(Z|[+-]\\d\\d:?\\d\\d|])$")
                    ? ZonedDateTime.parse(iso)
                    : LocalDateTime.parse(iso).atZone(zone);
        } catch (DateTimeException e) {
            throw new LegacyException(table + ": '" + text + "' is no time", e);
        }
    }

    private long exact(String name, String text, int digits) {
        try {
            return new BigDecimal(text).movePointRight(digits).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new LegacyException(table + ": " + name + " is '" + text + "', which is no exact number", e);
        }
    }
}
