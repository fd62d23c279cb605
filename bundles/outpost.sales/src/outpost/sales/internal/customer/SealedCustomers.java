package outpost.sales.internal.customer;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import outpost.protocol.Json;
import outpost.sales.Customer;
import outpost.sales.Customers;
import outpost.sales.internal.journal.Journal;
import outpost.store.Store;
import outpost.store.Vault;

/** Customers, each sealed as a whole. A search opens them all: a shop's customers are thousands, and each takes microseconds. */
@Component
public final class SealedCustomers implements Customers {
    private static final int MAX_RESULTS = 500;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Store store;
    private final Vault vault;
    private final Supplier<UUID> newId;

    /** @param journal only so that the tables are there */
    @Activate
    public SealedCustomers(@Reference Store store, @Reference Vault vault, @Reference Journal journal) {
        this(store, vault, UUID::randomUUID);
    }

    SealedCustomers(Store store, Vault vault, Supplier<UUID> newId) {
        this.store = store;
        this.vault = vault;
        this.newId = newId;
    }

    @Override
    public Customer add(String name, String phone, String email, String taxId, String note) {
        Customer customer = new Customer(newId.get().toString(), name, phone, email, taxId, note);
        store.write(transaction -> transaction.update(
                "INSERT INTO customers (id, sealed) VALUES (?, ?)", customer.id(), sealed(customer)));
        return customer;
    }

    @Override
    public void change(Customer customer) {
        int changed = store.write(transaction ->
                transaction.update("UPDATE customers SET sealed = ? WHERE id = ?", sealed(customer), customer.id()));
        if (changed == 0) {
            throw new IllegalArgumentException("there is no customer " + customer.id());
        }
    }

    @Override
    public Optional<Customer> find(String id) {
        return store.read(transaction -> transaction.first(
                "SELECT id, sealed FROM customers WHERE id = ?",
                row -> opened(row.text("id"), row.bytes("sealed")),
                id));
    }

    @Override
    public List<Customer> search(String text, int limit) {
        if (limit < 1 || limit > MAX_RESULTS) {
            throw new IllegalArgumentException("limit is " + limit + ", must be 1 to " + MAX_RESULTS);
        }
        List<String> words = Arrays.stream(SPACE.split(folded(text).strip()))
                .filter(word -> !word.isEmpty())
                .toList();
        List<Customer> all = store.read(transaction -> transaction.query(
                "SELECT id, sealed FROM customers", row -> opened(row.text("id"), row.bytes("sealed"))));
        return all.stream()
                .filter(customer -> words.stream().allMatch(searched(customer)::contains))
                .sorted(Comparator.comparing((Customer customer) -> folded(customer.name()))
                        .thenComparing(Customer::id))
                .limit(limit)
                .toList();
    }

    private static String searched(Customer customer) {
        return folded(String.join("\n", customer.name(), customer.phone(), customer.email(), customer.taxId()));
    }

    private static String folded(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    private byte[] sealed(Customer customer) {
        return vault.seal(purpose(customer.id()), Json.write(customer).getBytes(StandardCharsets.UTF_8));
    }

    private Customer opened(String id, byte[] sealed) {
        return Json.read(new String(vault.open(purpose(id), sealed), StandardCharsets.UTF_8), Customer.class);
    }

    /** Bound to the id, so that one customer's row cannot be put in another one's place. */
    private static String purpose(String id) {
        return "customer " + id;
    }
}
