package outpost.cloud.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** The latest state of one thing that the cloud owns, for queries; {@code CatalogRows} writes the rows. */
@Entity
@IdClass(CatalogRow.Key.class)
@Table(name = "catalog_entity")
@SuppressWarnings("unused") // Queries read the columns that no accessor shows.
public class CatalogRow {
    @Id
    @Column(name = "tenant_id")
    private String tenantId;

    @Id
    @Column(name = "entity_type")
    private String type;

    @Id
    @Column(name = "entity_id")
    private String id;

    @Column(name = "seq")
    private long seq;

    @Column(name = "body")
    private String body;

    @Column(name = "tax_rate_id")
    private String taxRateId;

    @Column(name = "place")
    private Long place;

    @Column(name = "digest")
    private Long digest;

    /** For the persistence provider. */
    protected CatalogRow() {}

    /** The primary key. */
    public static final class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private String tenantId;
        private String type;
        private String id;

        /** For the persistence provider. */
        public Key() {}

        public Key(String tenantId, String type, String id) {
            this.tenantId = tenantId;
            this.type = type;
            this.id = id;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && tenantId.equals(key.tenantId)
                    && type.equals(key.type)
                    && id.equals(key.id);
        }

        @Override
        public int hashCode() {
            return Objects.hash(tenantId, type, id);
        }
    }
}
