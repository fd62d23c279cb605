package outpost.till.ui.internal;

import outpost.sales.Right;

/** What somebody is asked to allow, as a cashier says it. */
final class RightNames {
    private RightNames() {}

    static String of(Right right, SellMessages texts) {
        return switch (right) {
            case DISCOUNT -> texts.rightDiscount();
            case PRICE_OVERRIDE -> texts.rightPrice();
            case VOID_LINE -> texts.rightVoidLine();
            case VOID_TICKET -> texts.rightVoidTicket();
            case REFUND -> texts.rightRefund();
            case RETURN_WITHOUT_RECEIPT -> texts.rightReturn();
            case OPEN_ITEM -> texts.rightOpenItem();
            case OPEN_DRAWER -> texts.rightDrawer();
            case REPRINT -> texts.rightReprint();
            default -> texts.rightOther();
        };
    }
}
