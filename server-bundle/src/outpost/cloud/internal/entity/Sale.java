package outpost.cloud.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.ZonedDateTime;
import java.util.Objects;
import outpost.protocol.Event;
import outpost.protocol.EventType;
import outpost.protocol.SalePayload;
import outpost.protocol.SaleTax;

/** A sale or refund that has arrived, and the event that brought it. */
@Entity
@IdClass(Sale.Key.class)
@Table(name = "sale")
@SuppressWarnings("unused") // Queries read the columns that no accessor shows.
public class Sale {
    private static final int LOCAL_MINUTE_CHARS = "2026-01-31T10:15".length();

    @Id
    @Column(name = "tenant_id")
    private String tenantId;

    @Id
    @Column(name = "sale_id")
    private String saleId;

    @Column(name = "terminal_id")
    private String terminalId;

    @Column(name = "pos_id")
    private String posId;

    @Column(name = "local_event_id")
    private long localEventId;

    @Column(name = "branch_id")
    private String branchId;

    @Column(name = "refund")
    private boolean refund;

    @Column(name = "occurred_at")
    private long occurredAt;

    @Column(name = "receipt_number")
    private String receiptNumber;

    @Column(name = "reference")
    private String reference;

    @Column(name = "cashier")
    private String cashier;

    @Column(name = "total_minor")
    private long totalMinor;

    @Column(name = "training")
    private boolean training;

    @Column(name = "tax_minor")
    private long taxMinor;

    @Column(name = "discount_minor")
    private long discountMinor;

    @Column(name = "rounding_minor")
    private long roundingMinor;

    @Column(name = "shift_id")
    private String shiftId;

    @Column(name = "business_day")
    private String businessDay;

    @Column(name = "customer_id")
    private String customerId;

    /** On the till's own clock, 2026-01-31T10:15. */
    @Column(name = "local_minute")
    private String localMinute;

    /** For the persistence provider. */
    protected Sale() {}

    public Sale(String tenantId, Event event, SalePayload sale) {
        this.tenantId = tenantId;
        this.saleId = sale.saleId().toString();
        this.terminalId = event.terminalId().value();
        this.posId = event.posId().value();
        this.localEventId = event.localEventId();
        this.branchId = event.branchId().value();
        this.refund = event.type().equals(EventType.REFUND);
        this.occurredAt = ZonedDateTime.parse(event.occurredAt()).toInstant().toEpochMilli();
        this.localMinute = event.occurredAt().substring(0, LOCAL_MINUTE_CHARS);
        this.receiptNumber = sale.receiptNumber();
        this.reference = sale.reference().orElse(null);
        this.cashier = sale.cashier();
        this.totalMinor = sale.totalMinor();
        this.training = !sale.counts();
        this.taxMinor = taxMinor(sale);
        this.discountMinor = discountMinor(sale);
        this.roundingMinor = sale.roundingMinor().orElse(0L);
        this.shiftId = sale.shiftId().orElse(null);
        this.businessDay = sale.businessDay().orElse(null);
        this.customerId = sale.customerId().orElse(null);
    }

    /** @throws ArithmeticException if its amounts add up to more than can be kept */
    public static void requireSums(SalePayload sale) {
        Math.addExact(taxMinor(sale), discountMinor(sale));
    }

    private static long taxMinor(SalePayload sale) {
        return sale.taxes().stream().mapToLong(SaleTax::taxMinor).reduce(0, Math::addExact);
    }

    private static long discountMinor(SalePayload sale) {
        return sale.lines().stream().mapToLong(SoldLine::discountMinor).reduce(0, Math::addExact);
    }

    public String tenantId() {
        return tenantId;
    }

    public String saleId() {
        return saleId;
    }

    /** The primary key. */
    public static final class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private String tenantId;
        private String saleId;

        /** For the persistence provider. */
        public Key() {}

        public Key(String tenantId, String saleId) {
            this.tenantId = tenantId;
            this.saleId = saleId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && tenantId.equals(key.tenantId) && saleId.equals(key.saleId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(tenantId, saleId);
        }
    }
}
