package outpost.cloud.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one row that names this cloud and holds its key pair, so that every node is the same cloud. */
@Entity
@Table(name = "cloud_identity")
public class CloudIdentityRow {
    @Id
    @Column(name = "id")
    private int id;

    @Column(name = "cloud_id")
    private String cloudId;

    @Column(name = "public_key")
    private String publicKey;

    @Column(name = "private_key")
    private String privateKey;

    /** For the persistence provider. */
    protected CloudIdentityRow() {}

    /** The only value of the primary key. */
    public static final int ID = 1;

    /** Both keys as {@link outpost.protocol.Ed25519} encodes them. */
    public CloudIdentityRow(String cloudId, String publicKey, String privateKey) {
        this.id = ID;
        this.cloudId = cloudId;
        this.publicKey = publicKey;
        this.privateKey = privateKey;
    }

    public int id() {
        return id;
    }

    public String cloudId() {
        return cloudId;
    }

    public String publicKey() {
        return publicKey;
    }

    public String privateKey() {
        return privateKey;
    }
}
