package outpost.cloud.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** Somebody who is signed in; the secret itself is kept by the browser alone. */
@Entity
@IdClass(SessionRow.Key.class)
@Table(name = "account_session")
public class SessionRow {
    @Id
    @Column(name = "tenant_id")
    private String tenantId;

    @Id
    @Column(name = "secret_hash")
    private String secretHash;

    @Column(name = "name")
    private String name;

    @Column(name = "opened_at")
    private long openedAt;

    @Column(name = "used_at")
    private long usedAt;

    /** For the persistence provider. */
    protected SessionRow() {}

    /** @param openedAt milliseconds since 1970-01-01 UTC */
    public SessionRow(String tenantId, String secretHash, String name, long openedAt) {
        this.tenantId = tenantId;
        this.secretHash = secretHash;
        this.name = name;
        this.openedAt = openedAt;
        this.usedAt = openedAt;
    }

    public void used(long atMillis) {
        usedAt = atMillis;
    }

    public String tenantId() {
        return tenantId;
    }

    public String name() {
        return name;
    }

    public long openedAt() {
        return openedAt;
    }

    public long usedAt() {
        return usedAt;
    }

    /** The primary key. */
    public static final class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private String tenantId;
        private String secretHash;

        /** For the persistence provider. */
        public Key() {}

        public Key(String tenantId, String secretHash) {
            this.tenantId = tenantId;
            this.secretHash = secretHash;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && tenantId.equals(key.tenantId) && secretHash.equals(key.secretHash);
        }

        @Override
        public int hashCode() {
            return Objects.hash(tenantId, secretHash);
        }
    }
}
