package outpost.bench.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import outpost.protocol.Entity;
import outpost.protocol.Json;

/** As many products as wanted, named like real ones: each name comes again in other sizes. */
public final class Goods {
    private static final List<String> SIZES =
            List.of("", " 250 g", " 500 g", " 1 kg", " 330 ml", " 6 x 1 l", " XL", " bio");
    private static final List<String> KINDS =
            List.of("Tea", "Café", "Brød", "Käse", "Молоко", "Reis", "Pasta", "Olive oil", "Şeker", "Juice");
    private static final List<String> MAKERS =
            List.of("Nord", "Alto", "Élan", "Süd", "Восток", "Casa", "Ostra", "Lima", "Verde", "Kiosk");

    private final List<String> names;
    private final int count;

    private Goods(List<String> names, int count) {
        this.names = names;
        this.count = count;
    }

    /** @param file TSV with a header, the name in the second column, gzip; where it is absent, names are made up */
    public static Goods of(Optional<Path> file, int count) {
        return new Goods(file.filter(Files::exists).map(Goods::read).orElseGet(Goods::madeUp), count);
    }

    public int count() {
        return count;
    }

    /** How many there are, as figures are named: {@code 100k}, {@code 1m}. */
    public String size() {
        if (count % 1_000_000 == 0) {
            return count / 1_000_000 + "m";
        }
        return count % 1_000 == 0 ? count / 1_000 + "k" : Integer.toString(count);
    }

    /** A GTIN-13 that belongs to this product alone. */
    public String code(int place) {
        String twelve = String.format("4%011d", place);
        int sum = IntStream.range(0, 12)
                .map(digit -> (twelve.charAt(digit) - '0') * (digit % 2 == 0 ? 1 : 3))
                .sum();
        return twelve + (10 - sum % 10) % 10;
    }

    public String name(int place) {
        int round = place / names.size();
        String size = SIZES.get(round % SIZES.size());
        return names.get(place % names.size()) + size + (round < SIZES.size() ? "" : " " + round);
    }

    /** The row as the cloud would send it. */
    public Entity row(int place) {
        Product body = new Product(name(place), List.of(code(place)), 99 + place % 5_000, false, "standard");
        return new Entity(Entity.PRODUCT, String.format("%09d", place), place + 10L, Optional.of(Json.write(body)));
    }

    private static List<String> read(Path file) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.substring(line.indexOf('\t') + 1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static List<String> madeUp() {
        List<String> names = new ArrayList<>();
        for (int number = 0; number < 150_000; number++) {
            names.add(MAKERS.get(number % 10) + " " + KINDS.get(number / 10 % 10) + " " + number / 100);
        }
        return names;
    }

    /** The body of a product, with the fields that it must have. */
    private record Product(String name, List<String> codes, long priceMinor, boolean priceDerived, String taxRateId) {}
}
