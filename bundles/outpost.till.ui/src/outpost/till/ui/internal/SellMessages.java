package outpost.till.ui.internal;

/** What the Sell perspective says; the texts stand in the {@code messages} files beside this interface. */
public interface SellMessages {
    String entryHint();

    String readyTitle();

    String readyLine();

    String nothingFoundTitle();

    String nothingFoundLine();

    String notFoundYetTitle();

    String notFoundYetLine();

    String quantity();

    String comesBack();

    String remove();

    String pay();

    String payAmount(String amount);

    String total();

    String lines(int count);

    String includedTax(String percent);

    String toPay();

    String toPayOut();

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

    String catalogMissing();

    String noProduct(String code);

    String lookUpFailed(String reason);

    String notAddedWhilePaying(String product);

    String lineHoldsAtMost(String quantity);

    String saleNotStored(String reason);

    String cash();

    String card();

    String voucher();

    String onAccount();

    String addedTax(String amount);

    String amountReceived();

    String finish();

    String discount();

    String discountOn(String product);

    String removeDiscount();

    String ticketDiscount();

    String ticketDiscountHint();

    String removeTicketDiscount();

    String price();

    String weight();

    String note();

    String noteHint();

    String ticketNote();

    String hold();

    String holdFor();

    String name();

    String held();

    String heldHint();

    String heldCount(int count);

    String nothingHeld();

    String customer();

    String customerHint();

    String customerFind();

    String noCustomer();

    String newCustomer(String name);

    String voidTicket();

    String more();

    String openItem();

    String department();

    String noDepartments();

    String openDrawer();

    String reprintLast();

    String printCopy();

    String copyPrinted(String title);

    String noReceiptYet();

    String why();

    String reason();

    String otherReason();

    String leaveNeeded();

    String leaveFor(String act);

    String nobodyMayAllow(String act);

    String wrongPin();

    String wrongPinWait(String seconds);

    String notDone(String why);

    String answerFirst(String code);

    String giveTendersBackFirst();

    String referenceOf(String tender);

    String reference();

    String comesBackTitle();

    String comesBackHint();

    String receiptOrProduct();

    String whichComeBack();

    String nothingLeftOf(String receipt);

    String noReceiptNorProduct(String text);

    String withoutReceipt(String product);

    String withoutReceiptMark();

    String refundOf(String receipt);

    String insteadOf(String price);

    String ageMark(String years);

    String ageTitle(String years);

    String ageLine(String product, String date);

    String oldEnough();

    String tooYoung();

    String receiptNumber(String number);

    String refundNumber(String number);

    String trainingMark();

    String copyMark(String number);

    String rounding();

    String paidOutBy(String tender);

    String taxIn(String percent, String amount);

    String notPrinted(String why);

    String printerPaperOut(String waiting);

    String printerCoverOpen(String waiting);

    String printerUnreachable(String waiting);

    String printerFault(String waiting);

    String tryAgain();

    String drawerShut();

    String rightDiscount();

    String rightPrice();

    String rightVoidLine();

    String rightVoidTicket();

    String rightRefund();

    String rightReturn();

    String rightOpenItem();

    String rightDrawer();

    String rightReprint();

    String rightOther();

    /** What a reason can be, with semicolons in between. */
    String reasonsDiscount();

    String reasonsVoid();

    String reasonsRefund();

    String reasonsCash();

    String reasonsOverride();
}
