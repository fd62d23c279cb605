package outpost.cloud.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One customer of the cloud, and the counter of its change sequence. */
@Entity
@Table(name = "tenant")
public class Tenant {

    @Id
    @Column(name = "tenant_id")
    private String tenantId;

    @Column(name = "name", nullable = false)
    private String name;

    @Column(name = "change_seq", nullable = false)
    private long changeSequence;

    protected Tenant() {}

    public Tenant(String tenantId, String name) {
        this.tenantId = tenantId;
        this.name = name;
    }

    public String tenantId() {
        return tenantId;
    }

    public String name() {
        return name;
    }

    public long changeSequence() {
        return changeSequence;
    }
}
