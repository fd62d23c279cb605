package outpost.cloud.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import outpost.protocol.CatalogState;

/** A retailer, with the counters of its catalog. Whoever changes them holds the lock of this row until the commit, so no reader sees a change number
 * before all lower ones are there. */
@Entity
@Table(name = "tenant")
public class Tenant {
    @Id
    @Column(name = "tenant_id")
    private String tenantId;

    @Column(name = "name")
    private String name;

    @Column(name = "currency")
    private String currency;

    @Column(name = "change_sequence")
    private long changeSequence;

    @Column(name = "catalog_rows")
    private long catalogRows;

    @Column(name = "catalog_digest")
    private long catalogDigest;

    @Column(name = "placed_digest")
    private long placedDigest;

    /** For the persistence provider. */
    protected Tenant() {}

    public Tenant(String tenantId, String name, String currency) {
        this.tenantId = tenantId;
        this.name = name;
        this.currency = currency;
    }

    public void rename(String newName) {
        name = newName;
    }

    public void useCurrency(String newCurrency) {
        currency = newCurrency;
    }

    /** Gives out the next number of the change sequence. */
    public long nextChange() {
        return ++changeSequence;
    }

    /** The number that was given out last. */
    public long lastChange() {
        return changeSequence;
    }

    /** Takes a row out of count and digest, as it was. */
    public void subtract(outpost.protocol.Entity before) {
        catalogRows -= before.deleted() ? 0 : 1;
        catalogDigest -= before.digest();
        placedDigest -= before.digest();
    }

    /** Takes a row into count and digest, as it is now. */
    public void add(outpost.protocol.Entity after) {
        catalogRows += after.deleted() ? 0 : 1;
        catalogDigest += after.digest();
        placedDigest += after.digest();
    }

    /** Whether every row has its place; otherwise a version that does not know places has changed something. */
    public boolean isPlaced() {
        return placedDigest == catalogDigest;
    }

    /** Notes that every row has its place now. */
    public void placed() {
        placedDigest = catalogDigest;
    }

    /** The catalog as that branch has it: what all have, and its own prices. */
    public CatalogState catalogState(Branch branch) {
        return CatalogState.of(changeSequence, catalogRows + branch.priceRows(), catalogDigest + branch.priceDigest());
    }

    public long catalogDigest() {
        return catalogDigest;
    }

    public String tenantId() {
        return tenantId;
    }

    public String name() {
        return name;
    }

    public String currency() {
        return currency;
    }
}
