package outpost.cloud.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** One shop of a tenant. */
@Entity
@IdClass(Branch.Key.class)
@Table(name = "branch")
public class Branch {
    @Id
    @Column(name = "tenant_id")
    private String tenantId;

    @Id
    @Column(name = "branch_id")
    private String branchId;

    @Column(name = "name")
    private String name;

    @Column(name = "price_rows")
    private long priceRows;

    @Column(name = "price_digest")
    private long priceDigest;

    /** For the persistence provider. */
    protected Branch() {}

    public Branch(String tenantId, String branchId, String name) {
        this.tenantId = tenantId;
        this.branchId = branchId;
        this.name = name;
    }

    public void rename(String newName) {
        name = newName;
    }

    /** Takes a price of its own out of count and digest, as it was. */
    public void subtract(outpost.protocol.Entity before) {
        priceRows -= before.deleted() ? 0 : 1;
        priceDigest -= before.digest();
    }

    /** Takes a price of its own into count and digest, as it is now. */
    public void add(outpost.protocol.Entity after) {
        priceRows += after.deleted() ? 0 : 1;
        priceDigest += after.digest();
    }

    /** How many prices of its own it has. */
    public long priceRows() {
        return priceRows;
    }

    /** The sum of their digests. */
    public long priceDigest() {
        return priceDigest;
    }

    public String tenantId() {
        return tenantId;
    }

    public String branchId() {
        return branchId;
    }

    public String name() {
        return name;
    }

    /** The primary key. */
    public static final class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private String tenantId;
        private String branchId;

        /** For the persistence provider. */
        public Key() {}

        public Key(String tenantId, String branchId) {
            this.tenantId = tenantId;
            this.branchId = branchId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && tenantId.equals(key.tenantId) && branchId.equals(key.branchId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(tenantId, branchId);
        }
    }
}
