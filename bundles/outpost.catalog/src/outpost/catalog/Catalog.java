package outpost.catalog;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import outpost.protocol.CatalogState;

/**
 * What can be sold: the products whose tax rate and currency the cloud gave too, as none is offered at a tax that may be wrong. Safe from any thread;
 * every call reads the database, so not on the UI thread.
 */
@ProviderType
public interface Catalog {
    /** The product that a scanned or typed code stands for; all forms of one GTIN find it. */
    Optional<Product> find(String code);

    /**
     * Products whose name has words that begin like each of the typed words, accents and case ignored, best match first.
     *
     * @param limit at most so many, 1 to 500
     */
    List<Product> search(String text, int limit);

    /** A setting that the cloud gave. */
    Optional<String> setting(String name);

    /** Cursor, count and digest of what is here. */
    CatalogState state();
}
