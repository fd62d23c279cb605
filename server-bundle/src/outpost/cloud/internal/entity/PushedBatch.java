package outpost.cloud.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** What a batch was answered, for the batch that comes again because its answer got lost. */
@Entity
@IdClass(PushedBatch.Key.class)
@Table(name = "pushed_batch")
@SuppressWarnings("unused") // Queries read the columns that no accessor shows.
public class PushedBatch {
    @Id
    @Column(name = "tenant_id")
    private String tenantId;

    @Id
    @Column(name = "terminal_id")
    private String terminalId;

    @Id
    @Column(name = "idempotency_key")
    private String idempotencyKey;

    @Column(name = "content_hash")
    private String contentHash;

    @Column(name = "answer")
    private String answer;

    @Column(name = "received_at")
    private long receivedAt;

    /** For the persistence provider. */
    protected PushedBatch() {}

    public PushedBatch(Key key, String contentHash, String answer, long receivedAt) {
        this.tenantId = key.tenantId;
        this.terminalId = key.terminalId;
        this.idempotencyKey = key.idempotencyKey;
        this.contentHash = contentHash;
        this.answer = answer;
        this.receivedAt = receivedAt;
    }

    public String tenantId() {
        return tenantId;
    }

    public String terminalId() {
        return terminalId;
    }

    public String idempotencyKey() {
        return idempotencyKey;
    }

    public String contentHash() {
        return contentHash;
    }

    public String answer() {
        return answer;
    }

    /** The primary key. */
    public static final class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private String tenantId;
        private String terminalId;
        private String idempotencyKey;

        /** For the persistence provider. */
        public Key() {}

        public Key(String tenantId, String terminalId, String idempotencyKey) {
            this.tenantId = tenantId;
            this.terminalId = terminalId;
            this.idempotencyKey = idempotencyKey;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && tenantId.equals(key.tenantId)
                    && terminalId.equals(key.terminalId)
                    && idempotencyKey.equals(key.idempotencyKey);
        }

        @Override
        public int hashCode() {
            return Objects.hash(tenantId, terminalId, idempotencyKey);
        }
    }
}
