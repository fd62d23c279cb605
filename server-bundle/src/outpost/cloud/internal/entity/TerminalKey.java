package outpost.cloud.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** A public key that a terminal enrolled with, now or before. */
@Entity
@IdClass(TerminalKey.Key.class)
@Table(name = "terminal_key")
@SuppressWarnings("unused") // Queries read the columns that no accessor shows.
public class TerminalKey {
    @Id
    @Column(name = "tenant_id")
    private String tenantId;

    @Id
    @Column(name = "terminal_id")
    private String terminalId;

    @Id
    @Column(name = "public_key")
    private String publicKey;

    @Column(name = "enrolled_at")
    private long enrolledAt;

    /** For the persistence provider. */
    protected TerminalKey() {}

    /** @param enrolledAt milliseconds since 1970-01-01 UTC */
    public TerminalKey(String tenantId, String terminalId, String publicKey, long enrolledAt) {
        this.tenantId = tenantId;
        this.terminalId = terminalId;
        this.publicKey = publicKey;
        this.enrolledAt = enrolledAt;
    }

    /** The primary key. */
    public static final class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private String tenantId;
        private String terminalId;
        private String publicKey;

        /** For the persistence provider. */
        public Key() {}

        public Key(String tenantId, String terminalId, String publicKey) {
            this.tenantId = tenantId;
            this.terminalId = terminalId;
            this.publicKey = publicKey;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && tenantId.equals(key.tenantId)
                    && terminalId.equals(key.terminalId)
                    && publicKey.equals(key.publicKey);
        }

        @Override
        public int hashCode() {
            return Objects.hash(tenantId, terminalId, publicKey);
        }
    }
}
