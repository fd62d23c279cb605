package outpost.sales;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The customers that this till knows; in the database file only sealed. Not on the UI thread: every call reads or writes the disk. */
@ProviderType
public interface Customers {
    /** Gives the customer an id of its own. */
    Customer add(String name, String phone, String email, String taxId, String note);

    /** @throws IllegalArgumentException if there is no customer with that id */
    void change(Customer customer);

    Optional<Customer> find(String id);

    /**
     * Those whose name, phone, e-mail or tax number holds each of the typed words, case and accents ignored, by name.
     *
     * @param limit at most so many, 1 to 500
     */
    List<Customer> search(String text, int limit);
}
