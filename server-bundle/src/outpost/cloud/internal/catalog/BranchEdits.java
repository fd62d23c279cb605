package outpost.cloud.internal.catalog;

import jakarta.persistence.EntityManager;
import outpost.protocol.ProductEdit;
import outpost.values.TenantId;
import outpost.values.TerminalId;

/** Takes what branches change in products into the catalog, within the transaction that stores their events. */
public final class BranchEdits {
    private final EntityManager em;
    private final TenantId tenant;
    private final long nowMillis;

    public BranchEdits(EntityManager em, TenantId tenant, long nowMillis) {
        this.em = em;
        this.tenant = tenant;
        this.nowMillis = nowMillis;
    }

    /** Merges an edit; one that is merged already changes nothing. The catalog stays locked until the transaction ends. */
    public void take(TerminalId terminal, ProductEdit edit) {
        Author author = new Author(Author.Cause.BRANCH, edit.by());
        new BranchMerge(new CatalogEdit(em, tenant, author, nowMillis), terminal, edit).run();
    }
}
