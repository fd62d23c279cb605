package outpost.catalog;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import outpost.protocol.CatalogState;
import outpost.values.TaxRate;
import outpost.values.reckoning.Terms;

/**
 * What can be sold: the products whose tax rate and currency the cloud gave too, as none is offered at a tax that may be wrong. Safe from any thread;
 * every call reads the database, so not on the UI thread.
 */
@ProviderType
public interface Catalog {
    /** The product that has this code; all forms of one GTIN find it. */
    Optional<Product> find(String code);

    /**
     * What a scanned or typed code stands for: the product that has it, or else the product that a label with weight, price or count in its code names, as the
     * setting {@code codes.embedded} describes such labels.
     */
    Optional<Scanned> scan(String code);

    /**
     * Products whose name has words that begin like each of the typed words, accents and case ignored. The whole name as typed comes first, then names that
     * begin as typed, then those that have the words in the typed order; of equals, the shorter name first.
     *
     * @param limit at most so many, 1 to 500
     */
    List<Product> search(String text, int limit);

    /** Whether {@link #search} looks at all products: not while a snapshot comes and shortly after, nor at the first start after some updates. Codes find all of them. */
    default boolean findsAllNames() {
        return true;
    }

    /** All categories: those with a place by it, then the others by name. */
    List<Category> categories();

    /**
     * The products on a category's page of quick keys: those with a place by it, then others by name.
     *
     * @param limit at most so many, 1 to 500
     */
    List<Product> quickKeys(String categoryId, int limit);

    /** Who may log in here, by name; nobody at a till without log-in. */
    List<User> users();

    /** The tax rates that a product may have, by name. */
    List<TaxRate> taxRates();

    /** How tickets are reckoned, as the settings {@code currency}, {@code tax.included} and {@code cash.rounding} say; empty before the cloud gave a currency. */
    Optional<Terms> terms();

    /** A setting that the cloud gave. */
    Optional<String> setting(String name);

    /** Cursor, count and digest of the cloud's rows that are here. */
    CatalogState state();

    /** Rises with each change of what is sold here, by the cloud or by the branch. */
    long changes();
}
