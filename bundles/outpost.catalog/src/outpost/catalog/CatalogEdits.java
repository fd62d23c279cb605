package outpost.catalog;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import outpost.protocol.ProductBody;
import outpost.protocol.ProductConflict;
import outpost.values.EventKey;

/**
 * What a branch changes of the cloud's products, with or without a line: the change holds here and at the other lanes at once, and goes to the cloud as an
 * event. Who may do so, the caller decides. Safe from any thread; every call reaches the disk, so not on the UI thread.
 */
@ProviderType
public interface CatalogEdits {
    /** A product as it is sold here now, to be changed; empty if it is not here or cannot be read. */
    Optional<ProductDraft> open(String productId);

    /**
     * Makes a product what is wanted, in the fields in which that differs from the draft; when this returns, the change is durable and sold by.
     *
     * @param by the name of who changes it
     * @return the event that carries it; empty where nothing differs
     * @throws IllegalArgumentException if it has a tax rate that is not here
     * @throws IllegalStateException if this till is not enrolled
     */
    Optional<EventKey> change(ProductDraft draft, ProductBody wanted, String by);

    /**
     * What the branch changed of a product, as far as this till heard of it, the newest first.
     *
     * @param limit at most so many, 1 to 500
     */
    List<PastEdit> history(String productId, int limit);

    /** Fields that were changed at several places at once, and about which a person has to decide. */
    List<ProductConflict> conflicts();

    /**
     * Decides a conflict, as a change that replaces all values that were in it.
     *
     * @param value one of them or another one, as JSON text; empty clears the field
     * @return the event that carries it; empty if the conflict is no more what the person saw
     * @throws IllegalArgumentException if the field cannot have that value
     * @throws IllegalStateException if this till is not enrolled
     */
    Optional<EventKey> decide(ProductConflict conflict, Optional<String> value, String by);
}
