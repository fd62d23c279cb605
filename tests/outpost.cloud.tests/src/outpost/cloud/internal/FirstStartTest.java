package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstStartTest {
    @TempDir
    Path data;

    @Test
    void theFirstTenantHasTheCurrencyThatWasToldAtTheFirstStart() {
        try (TestCloud cloud = new TestCloud(data, Optional.of(Currency.getInstance("UZS")))) {
            assertEquals("UZS", currency(cloud));
            CatalogCopy copy = new CatalogCopy();
            copy.pull(new TestTill(cloud, cloud.newCode("main")), 10);
            assertEquals(
                    "{\"value\":\"UZS\"}",
                    copy.row("setting", "currency").body().orElseThrow());
        }

        try (TestCloud again = new TestCloud(data, Optional.of(Currency.getInstance("KWD")))) {
            assertEquals("UZS", currency(again));
        }
    }

    @Test
    void withoutAWordTheFirstTenantSellsInEuros() {
        try (TestCloud cloud = new TestCloud(data)) {
            assertEquals("EUR", currency(cloud));
        }
    }

    @Test
    void theCurrencyIsReadFromTheCommandLineBeforeTheEnvironment() {
        List<String> arguments = List.of("--data", data.toString(), "--currency", "KWD");
        Map<String, String> environment = Map.of("OUTPOST_CLOUD_CURRENCY", "JPY", "OUTPOST_CLOUD_DATA", "elsewhere");

        assertEquals(
                Optional.of(Currency.getInstance("KWD")),
                read(arguments, environment).currency());
        assertEquals(
                Optional.of(Currency.getInstance("JPY")),
                read(List.of(), environment).currency());
        assertEquals(Optional.empty(), read(arguments.subList(0, 2), Map.of()).currency());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POUNDS", "gbp", "", "XXX"})
    void whatIsNoCurrencyOfPricesIsRefused(String code) {
        List<String> arguments = List.of("--data", data.toString(), "--currency", code);

        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> read(arguments, Map.of()));

        assertTrue(refusal.getMessage().startsWith("Not a currency: " + code), refusal.getMessage());
    }

    private static Settings read(List<String> arguments, Map<String, String> environment) {
        return Settings.read(arguments, name -> null, environment).orElseThrow();
    }

    private static String currency(TestCloud cloud) {
        return cloud.admin("GET", "tenants", "")
                .ok()
                .json()
                .get(0)
                .get("currency")
                .asText();
    }
}
