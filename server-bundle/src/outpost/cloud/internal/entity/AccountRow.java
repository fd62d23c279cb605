package outpost.cloud.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;

/** A person who may sign in; the tenant of those who run the cloud is {@code *}. */
@Entity
@IdClass(AccountRow.Key.class)
@Table(name = "account")
@SuppressWarnings("unused") // Queries read the columns that no accessor shows.
public class AccountRow {
    @Id
    @Column(name = "tenant_id")
    private String tenantId;

    @Id
    @Column(name = "name")
    private String name;

    @Column(name = "role")
    private String role;

    @Column(name = "branch_id")
    private String branchId;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "created_at")
    private long createdAt;

    /** For the persistence provider. */
    protected AccountRow() {}

    /** @param createdAt milliseconds since 1970-01-01 UTC */
    public AccountRow(String tenantId, String name, String passwordHash, long createdAt) {
        this.tenantId = tenantId;
        this.name = name;
        this.passwordHash = passwordHash;
        this.createdAt = createdAt;
    }

    public void may(String wantedRole, Optional<String> wantedBranch) {
        role = wantedRole;
        branchId = wantedBranch.orElse(null);
    }

    public void usePassword(String hash) {
        passwordHash = hash;
    }

    public String tenantId() {
        return tenantId;
    }

    public String name() {
        return name;
    }

    public String role() {
        return role;
    }

    public Optional<String> branchId() {
        return Optional.ofNullable(branchId);
    }

    public String passwordHash() {
        return passwordHash;
    }

    /** The primary key. */
    public static final class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private String tenantId;
        private String name;

        /** For the persistence provider. */
        public Key() {}

        public Key(String tenantId, String name) {
            this.tenantId = tenantId;
            this.name = name;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && tenantId.equals(key.tenantId) && name.equals(key.name);
        }

        @Override
        public int hashCode() {
            return Objects.hash(tenantId, name);
        }
    }
}
