package outpost.sales;

/** What a role may do. Which role has which right is the business's setting {@code roles}. */
public enum Right {
    SELL,
    /** Up to the role's limit, in parts per million of what it is taken from. */
    DISCOUNT,
    /** Up to the role's limit, in parts per million of the list price, downwards; upwards without limit. */
    PRICE_OVERRIDE,
    VOID_LINE,
    VOID_TICKET,
    REFUND,
    RETURN_WITHOUT_RECEIPT,
    OPEN_ITEM,
    OPEN_DRAWER,
    CASH_IN_OUT,
    SHIFT,
    X_REPORT,
    REPRINT,
    TRAINING,
    /** Enter deliveries, counts and waste. */
    STOCK,
    /** A branch manager's work: conflicts, refused events, the catalog, changes of products. */
    RECONCILE,
    SERVICE
}
