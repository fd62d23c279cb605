package outpost.till.ui.internal;

/** What the Sell perspective says; the texts stand in the {@code messages} files beside this interface. */
interface SellMessages {
    String entryHint();

    String readyTitle();

    String readyLine();

    String nothingFoundTitle();

    String nothingFoundLine();

    String quantity();

    String comesBack();

    String remove();

    String clear();

    String pay();

    String payAmount(String amount);

    String total();

    String lines(int count);

    String includedTax(String percent);

    String toPay();

    String toPayOut();

    String cashReceived();

    String change();

    String paidOut();

    String stillToPay();

    String takeCash();

    String payOut();

    String storingSale();

    String backToBasket();

    String nextCustomer();

    String notUnderstood(String typed);

    String scanFirst();

    String typeQuantity(String product);

    String clearAgain();

    String catalogMissing();

    String noProduct(String code);

    String lookUpFailed(String reason);

    String notAddedWhilePaying(String product);

    String lineHoldsAtMost(String quantity);

    String saleNotStored(String reason);
}
