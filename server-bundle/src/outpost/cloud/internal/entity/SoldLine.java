package outpost.cloud.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import outpost.protocol.SaleDiscount;
import outpost.protocol.SaleLine;
import outpost.protocol.SaleLineRef;

/** One line of a sale or refund that has arrived. */
@Entity
@IdClass(SoldLine.Key.class)
@Table(name = "sale_line")
@SuppressWarnings("unused") // Queries read the columns that no accessor shows.
public class SoldLine {
    @Id
    @Column(name = "tenant_id")
    private String tenantId;

    @Id
    @Column(name = "sale_id")
    private String saleId;

    @Id
    @Column(name = "line_no")
    private int lineNo;

    @Column(name = "product_id")
    private String productId;

    @Column(name = "code")
    private String code;

    @Column(name = "name")
    private String name;

    @Column(name = "quantity_milli")
    private long quantityMilli;

    @Column(name = "unit_price_minor")
    private long unitPriceMinor;

    @Column(name = "total_minor")
    private long totalMinor;

    @Column(name = "tax_rate_id")
    private String taxRateId;

    @Column(name = "tax_rate_ppm")
    private int taxRatePpm;

    @Column(name = "category_id")
    private String categoryId;

    @Column(name = "discount_minor")
    private long discountMinor;

    @Column(name = "refund_of_receipt")
    private String refundOfReceipt;

    @Column(name = "refund_of_line")
    private Integer refundOfLine;

    /** For the persistence provider. */
    protected SoldLine() {}

    public SoldLine(String tenantId, String saleId, SaleLine line) {
        this.tenantId = tenantId;
        this.saleId = saleId;
        this.lineNo = line.lineNo();
        this.productId = line.productId().orElse(null);
        this.code = line.code();
        this.name = line.name();
        this.quantityMilli = line.quantityMilli();
        this.unitPriceMinor = line.unitPriceMinor();
        this.totalMinor = line.totalMinor();
        this.taxRateId = line.taxRateId();
        this.taxRatePpm = line.taxRatePpm();
        this.categoryId = line.categoryId().orElse(null);
        this.discountMinor = discountMinor(line);
        this.refundOfReceipt = line.refundOf().map(SaleLineRef::receiptNumber).orElse(null);
        this.refundOfLine = line.refundOf().map(SaleLineRef::lineNo).orElse(null);
    }

    /** What all discounts together took off the line, with the line's sign. */
    static long discountMinor(SaleLine line) {
        return line.discounts().stream().mapToLong(SaleDiscount::amountMinor).reduce(0, Math::addExact);
    }

    public String tenantId() {
        return tenantId;
    }

    public String saleId() {
        return saleId;
    }

    public int lineNo() {
        return lineNo;
    }

    /** The primary key. */
    public static final class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private String tenantId;
        private String saleId;
        private int lineNo;

        /** For the persistence provider. */
        public Key() {}

        public Key(String tenantId, String saleId, int lineNo) {
            this.tenantId = tenantId;
            this.saleId = saleId;
            this.lineNo = lineNo;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && tenantId.equals(key.tenantId)
                    && saleId.equals(key.saleId)
                    && lineNo == key.lineNo;
        }

        @Override
        public int hashCode() {
            return Objects.hash(tenantId, saleId, lineNo);
        }
    }
}
