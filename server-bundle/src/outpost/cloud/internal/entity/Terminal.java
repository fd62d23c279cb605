package outpost.cloud.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;

/** A lane of a branch; it has a public key once a till has enrolled as it. */
@Entity
@IdClass(Terminal.Key.class)
@Table(name = "terminal")
@SuppressWarnings("unused") // Queries read the columns that no accessor shows.
public class Terminal {
    @Id
    @Column(name = "tenant_id")
    private String tenantId;

    @Id
    @Column(name = "terminal_id")
    private String terminalId;

    @Column(name = "branch_id")
    private String branchId;

    @Column(name = "name")
    private String name;

    @Column(name = "code_hash")
    private String codeHash;

    @Column(name = "code_expires_at")
    private long codeExpiresAt;

    @Column(name = "public_key")
    private String publicKey;

    @Column(name = "code_key")
    private String codeKey;

    @Column(name = "addresses")
    private String addresses;

    @Column(name = "revoked_at")
    private Long revokedAt;

    /** For the persistence provider. */
    protected Terminal() {}

    /**
     * A lane that waits for its till.
     *
     * @param codeHash SHA-256 of the enrolment code; the code itself is kept nowhere
     * @param codeExpiresAt milliseconds since 1970-01-01 UTC
     */
    public Terminal(
            String tenantId, String terminalId, String branchId, String name, String codeHash, long codeExpiresAt) {
        this.tenantId = tenantId;
        this.terminalId = terminalId;
        this.branchId = branchId;
        this.name = name;
        this.codeHash = codeHash;
        this.codeExpiresAt = codeExpiresAt;
    }

    /** Waits for a till once more; the one that it has goes on until then. */
    public void offerAgain(String newCodeHash, long expiresAt) {
        codeHash = newCodeHash;
        codeExpiresAt = expiresAt;
        codeKey = null;
    }

    /** Binds code and lane to the till that holds the private key. */
    public void enrol(String key) {
        publicKey = key;
        codeKey = key;
        revokedAt = null;
    }

    /** Cuts the till off that it has, and its enrolment code: nothing that till knows opens anything any more. */
    public void revoke(long atMillis) {
        publicKey = null;
        codeKey = null;
        codeExpiresAt = 0;
        revokedAt = atMillis;
    }

    /** @param json the addresses */
    public void takesConnectionsAt(String json) {
        addresses = json;
    }

    public String tenantId() {
        return tenantId;
    }

    public String terminalId() {
        return terminalId;
    }

    public String branchId() {
        return branchId;
    }

    public String name() {
        return name;
    }

    public long codeExpiresAt() {
        return codeExpiresAt;
    }

    public Optional<String> publicKey() {
        return Optional.ofNullable(publicKey);
    }

    public Optional<Long> revokedAt() {
        return Optional.ofNullable(revokedAt);
    }

    /** The key that has used the enrolment code. */
    public Optional<String> codeKey() {
        return Optional.ofNullable(codeKey);
    }

    /** JSON of where it takes connections. */
    public Optional<String> addresses() {
        return Optional.ofNullable(addresses);
    }

    /** The primary key. */
    public static final class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private String tenantId;
        private String terminalId;

        /** For the persistence provider. */
        public Key() {}

        public Key(String tenantId, String terminalId) {
            this.tenantId = tenantId;
            this.terminalId = terminalId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && tenantId.equals(key.tenantId) && terminalId.equals(key.terminalId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(tenantId, terminalId);
        }
    }
}
