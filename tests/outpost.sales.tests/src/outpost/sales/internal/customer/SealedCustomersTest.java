package outpost.sales.internal.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.fixtures.LiveTill;
import outpost.sales.Customer;
import outpost.sales.Customers;
import outpost.store.StoreException;

class SealedCustomersTest {
    @TempDir
    Path folder;

    @Test
    @Tag("A-118")
    void customersAreFoundByAnyWordAndUnreadableInTheFile() {
        try (LiveTill till = new LiveTill(folder)) {
            Customer first = customers(till).add("Äpfel & Söhne", "+49 30 1234", "shop@example.org", "DE1", "");
            Customer second = customers(till).add("Birnen", "+49 40 9876", "", "", "pays monthly");
            customers(till).change(new Customer(second.id(), "Birnen AG", second.phone(), "", "", ""));
            till.restart();

            assertEquals(Optional.of(first), customers(till).find(first.id()));
            assertEquals(List.of("Äpfel & Söhne"), names(till, "SOHNE apf"));
            assertEquals(List.of("Birnen AG"), names(till, "9876"));
            assertEquals(List.of("Äpfel & Söhne", "Birnen AG"), names(till, " "));
            assertEquals(List.of(), names(till, "pears"));
            assertThrows(IllegalArgumentException.class, () -> customers(till)
                    .change(new Customer("absent", "n", "", "", "", "")));
            for (byte[] sealed :
                    till.store().read(t -> t.query("SELECT sealed FROM customers", row -> row.bytes("sealed")))) {
                String written = new String(sealed, StandardCharsets.ISO_8859_1);
                assertFalse(written.contains("Birnen") || written.contains("hne") || written.contains("9876"), written);
            }
            till.store()
                    .write(t -> t.update(
                            "UPDATE customers SET sealed = (SELECT sealed FROM customers WHERE id = ?)", first.id()));
            assertThrows(StoreException.class, () -> customers(till).find(second.id()));
        }
    }

    private static List<String> names(LiveTill till, String text) {
        return customers(till).search(text, 10).stream().map(Customer::name).toList();
    }

    private static Customers customers(LiveTill till) {
        return till.service(Customers.class);
    }
}
