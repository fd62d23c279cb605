package outpost.till.ui.internal.refusal;

/** Why something was not done, and what to do instead: the sentences of {@link outpost.sales.Refusal}, and of what fails beside it. */
public interface RefusalMessages {
    String notEnrolled();

    String nobodyLoggedIn();

    String noSuchUser();

    String trainingNotAllowed();

    String reasonTooLong(int most);

    String ticketFull(int most);

    String ticketBusy();

    String ticketBeingPaid();

    String finishTicketFirst();

    String nothingToHold();

    String heldGone();

    String heldOutOfReach();

    String heldInTraining();

    String heldOutsideTraining();

    String nothingToDiscount();

    String discountTooLarge();

    String returnPriceFixed();

    String alreadyAReturn();

    String moreThanLeft(String product, String left);

    String refundedMeanwhile(String product, String receipt);

    String noSuchReceipt(String number);

    String nothingToPay();

    String notPaidYet(String due);

    String nothingLeftToPay();

    String ageUnasked(String product);

    String referenceNeeded(String tender);

    String customerNeeded(String tender);

    String tooManyTenders(int most);

    String cashStep(String step);

    String paysOutAtMost(String most);

    String noChange(String due, String tender);

    String toBePaid(String due);

    String toBePaidOut(String due);

    String shiftStillOpen(String number);

    String noShift();

    String amountAboveZero();

    String diskFailed();

    String fileDamaged();

    String sumTooLarge();

    String unexpected();
}
