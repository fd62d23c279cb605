package outpost.cloud.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;

/** What an administrator did, or tried to do. */
@Entity
@IdClass(ActRow.Key.class)
@Table(name = "admin_act")
@SuppressWarnings("unused") // Queries read the columns that no accessor shows.
public class ActRow {
    @Id
    @Column(name = "tenant_id")
    private String tenantId;

    @Id
    @Column(name = "act_id")
    private String actId;

    @Column(name = "account")
    private String account;

    @Column(name = "role")
    private String role;

    @Column(name = "act")
    private String act;

    @Column(name = "about")
    private String about = "";

    @Column(name = "status")
    private Integer status;

    @Column(name = "address")
    private String address;

    /** For the persistence provider. */
    protected ActRow() {}

    public ActRow(String tenantId, String actId, String account, String role, String act, String address) {
        this.tenantId = tenantId;
        this.actId = actId;
        this.account = account;
        this.role = role;
        this.act = act;
        this.address = address;
    }

    /** @param answered the HTTP status */
    public void ended(int answered, String detail) {
        status = answered;
        about = detail;
    }

    public String actId() {
        return actId;
    }

    public String account() {
        return account;
    }

    public String role() {
        return role;
    }

    public String act() {
        return act;
    }

    public String about() {
        return about;
    }

    /** Absent while the act goes on, or where the cloud ended in the middle of it. */
    public Optional<Integer> status() {
        return Optional.ofNullable(status);
    }

    public String address() {
        return address;
    }

    /** The primary key. */
    public static final class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private String tenantId;
        private String actId;

        /** For the persistence provider. */
        public Key() {}

        public Key(String tenantId, String actId) {
            this.tenantId = tenantId;
            this.actId = actId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && tenantId.equals(key.tenantId) && actId.equals(key.actId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(tenantId, actId);
        }
    }
}
