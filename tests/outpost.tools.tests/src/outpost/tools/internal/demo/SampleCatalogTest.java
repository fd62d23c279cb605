package outpost.tools.internal.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.tools.internal.demo.TillWindow.Ticket;
import outpost.values.Gtin;
import outpost.values.Money;

class SampleCatalogTest {
    @TempDir
    Path folder;

    @Test
    void everyCodeIsAValidOneFromTheRangeThatIsLeftToShops() {
        List<String> codes = SampleCatalog.codes();

        assertEquals(60, codes.size());
        assertEquals(codes.size(), new HashSet<>(codes).size());
        for (String code : codes) {
            assertTrue(code.matches("2\\d{12}"), code);
            assertTrue(Gtin.parse(code).isPresent(), code);
        }
    }

    @Test
    void everyProductHasAPriceAndATaxRateThatTheDemoPuts() throws IOException {
        List<String> rows = Files.readAllLines(SampleCatalog.in(folder).path());

        assertEquals("gtin,name,price,taxRate,category", rows.get(0));
        for (String row : rows.subList(1, rows.size())) {
            List<String> end = List.of(row.split(",")).subList(row.split(",").length - 3, row.split(",").length);
            assertTrue(Money.parse(Currency.getInstance("GBP"), end.get(0)).minor() > 0, row);
            assertTrue(Set.of("standard", "reduced", "zero").contains(end.get(1)), row);
        }
    }

    @Test
    void customersBuyWhatTheShopHas() {
        List<String> codes = SampleCatalog.codes();
        Tickets tickets = new Tickets(codes);

        Stream.concat(tickets.first().stream(), tickets.offline().stream())
                .map(Ticket::scans)
                .flatMap(List::stream)
                .forEach(scan -> assertTrue(codes.contains(scan.substring(scan.indexOf('*') + 1)), scan));
        assertTrue(tickets.offline().stream().anyMatch(Ticket::comesBack), "something comes back");
    }
}
