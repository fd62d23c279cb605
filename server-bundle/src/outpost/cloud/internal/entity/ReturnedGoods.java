package outpost.cloud.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** What came back of one line of a receipt, at whichever lanes of the branch. */
@Entity
@IdClass(ReturnedGoods.Key.class)
@Table(name = "returned_goods")
@SuppressWarnings("unused") // Queries read the columns that no accessor shows.
public class ReturnedGoods {
    @Id
    @Column(name = "tenant_id")
    private String tenantId;

    @Id
    @Column(name = "branch_id")
    private String branchId;

    @Id
    @Column(name = "receipt_number")
    private String receiptNumber;

    @Id
    @Column(name = "line_no")
    private int lineNo;

    @Column(name = "quantity_milli")
    private long quantityMilli;

    @Column(name = "returns")
    private int returns;

    @Column(name = "terminal_id")
    private String terminalId;

    @Column(name = "returned_at")
    private long returnedAt;

    /** For the persistence provider. */
    protected ReturnedGoods() {}

    public ReturnedGoods(Key key) {
        this.tenantId = key.tenantId;
        this.branchId = key.branchId;
        this.receiptNumber = key.receiptNumber;
        this.lineNo = key.lineNo;
    }

    /**
     * Notes that goods came back once more.
     *
     * @param milli how much, positive
     * @param terminal where
     * @param millis when, by the till's clock, since 1970-01-01 UTC
     */
    public void add(long milli, String terminal, long millis) {
        quantityMilli += milli;
        returns++;
        if (terminalId == null || millis >= returnedAt) {
            terminalId = terminal;
            returnedAt = millis;
        }
    }

    /** The primary key; in the order in which transactions lock rows. */
    public static final class Key implements Serializable, Comparable<Key> {
        private static final long serialVersionUID = 1L;

        private String tenantId;
        private String branchId;
        private String receiptNumber;
        private int lineNo;

        /** For the persistence provider. */
        public Key() {}

        public Key(String tenantId, String branchId, String receiptNumber, int lineNo) {
            this.tenantId = tenantId;
            this.branchId = branchId;
            this.receiptNumber = receiptNumber;
            this.lineNo = lineNo;
        }

        @Override
        public int compareTo(Key other) {
            int byText = (tenantId + '\n' + branchId + '\n' + receiptNumber)
                    .compareTo(other.tenantId + '\n' + other.branchId + '\n' + other.receiptNumber);
            return byText != 0 ? byText : Integer.compare(lineNo, other.lineNo);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && tenantId.equals(key.tenantId)
                    && branchId.equals(key.branchId)
                    && receiptNumber.equals(key.receiptNumber)
                    && lineNo == key.lineNo;
        }

        @Override
        public int hashCode() {
            return Objects.hash(tenantId, branchId, receiptNumber, lineNo);
        }
    }
}
