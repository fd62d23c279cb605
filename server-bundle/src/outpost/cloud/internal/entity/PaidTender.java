package outpost.cloud.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import outpost.protocol.SaleTender;

/** One of the ways in which a sale that has arrived was paid. */
@Entity
@IdClass(PaidTender.Key.class)
@Table(name = "sale_tender")
@SuppressWarnings("unused") // Queries read the columns that no accessor shows.
public class PaidTender {
    @Id
    @Column(name = "tenant_id")
    private String tenantId;

    @Id
    @Column(name = "sale_id")
    private String saleId;

    @Id
    @Column(name = "tender_no")
    private int tenderNo;

    @Column(name = "tender_type")
    private String type;

    @Column(name = "amount_minor")
    private long amountMinor;

    /** For the persistence provider. */
    protected PaidTender() {}

    public PaidTender(String tenantId, String saleId, int tenderNo, SaleTender tender) {
        this.tenantId = tenantId;
        this.saleId = saleId;
        this.tenderNo = tenderNo;
        this.type = tender.type();
        this.amountMinor = tender.amountMinor();
    }

    /** The primary key. */
    public static final class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private String tenantId;
        private String saleId;
        private int tenderNo;

        /** For the persistence provider. */
        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && tenantId.equals(key.tenantId)
                    && saleId.equals(key.saleId)
                    && tenderNo == key.tenderNo;
        }

        @Override
        public int hashCode() {
            return Objects.hash(tenantId, saleId, tenderNo);
        }
    }
}
