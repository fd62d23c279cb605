package outpost.sales;

/**
 * Why the till does not do what somebody asked for. It is for the screen to say it, in the cashier's language; what its sentence tells beside comes with {@link
 * RefusedException#values}, in the order that is given here.
 */
public enum Refusal {
    NOT_ENROLLED,
    NOBODY_LOGGED_IN,
    /** Not any more, at least. */
    NO_SUCH_USER,
    TRAINING_NOT_ALLOWED,
    /** Most characters. */
    REASON_TOO_LONG,
    /** Most lines. */
    TICKET_FULL,
    /** Just being completed or put aside. */
    TICKET_BUSY,
    TICKET_BEING_PAID,
    /** That must not happen in the middle of a ticket. */
    FINISH_TICKET_FIRST,
    NOTHING_TO_HOLD,
    /** Resumed or discarded meanwhile. */
    HELD_GONE,
    /** Its lane is not connected, or does not answer. */
    HELD_OUT_OF_REACH,
    HELD_IN_TRAINING,
    HELD_OUTSIDE_TRAINING,
    NOTHING_TO_DISCOUNT,
    DISCOUNT_TOO_LARGE,
    /** What comes back by receipt comes back at what was paid. */
    RETURN_PRICE_FIXED,
    ALREADY_A_RETURN,
    /** Product, and the quantity that is left. */
    MORE_THAN_LEFT,
    /** Product and receipt. */
    REFUNDED_MEANWHILE,
    NO_SUCH_RECEIPT,
    NOTHING_TO_PAY,
    /** {@link outpost.values.Money} that is due. */
    NOT_PAID_YET,
    NOTHING_LEFT_TO_PAY,
    /** Product. */
    AGE_UNASKED,
    /** {@link TenderType}. */
    REFERENCE_NEEDED,
    /** {@link TenderType}. */
    CUSTOMER_NEEDED,
    /** Most tenders. */
    TOO_MANY_TENDERS,
    /** The least {@link outpost.values.Money} that can be paid in cash. */
    CASH_STEP,
    /** {@link outpost.values.Money}. */
    PAYS_OUT_AT_MOST,
    /** {@link outpost.values.Money} that is due, and the {@link TenderType} of which nothing goes back. */
    NO_CHANGE,
    /** {@link outpost.values.Money}. */
    TO_BE_PAID,
    /** {@link outpost.values.Money}. */
    TO_BE_PAID_OUT,
    /** The shift's number. */
    SHIFT_STILL_OPEN,
    NO_SHIFT,
    AMOUNT_ABOVE_ZERO
}
