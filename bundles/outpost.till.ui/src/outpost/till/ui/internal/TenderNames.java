package outpost.till.ui.internal;

import outpost.protocol.SaleTender;
import outpost.sales.TenderType;

/** How ways to pay are called: the business's own as it calls them, the usual ones in the language of the moment. */
final class TenderNames {
    private TenderNames() {}

    static String of(TenderType type, SellMessages texts) {
        return of(type.id(), type.name(), texts);
    }

    /** @param name as it was when the tender was taken */
    static String of(String id, String name, SellMessages texts) {
        return switch (id + "=" + name) {
            case SaleTender.CASH + "=Cash" -> texts.cash();
            case SaleTender.CARD + "=Card" -> texts.card();
            case SaleTender.VOUCHER + "=Voucher" -> texts.voucher();
            case SaleTender.ACCOUNT + "=On account" -> texts.onAccount();
            default -> name;
        };
    }
}
