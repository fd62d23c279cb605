package outpost.reconcile.ui.internal.words;

/** What things are called on all pages of a manager's work; the texts stand in the {@code messages} files beside this interface. */
public interface Words {
    String sale();

    String refund();

    String shift();

    String journal();

    String stock();

    String productEdit();

    String discard();

    String heldTicket();

    String otherEvent();

    String fieldName();

    String fieldCodes();

    String fieldPrice();

    String fieldTax();

    String fieldCategory();

    String fieldAge();

    String fieldColour();

    String fieldPicture();

    String fieldQuickKey();

    String fieldWeight();

    String fieldOpenPrice();

    String yes();

    String no();

    String nothing();

    String noTax();

    String thisTill();

    String theCloud();

    String receipt();

    String waste();

    String correction();

    String transfer();

    String count();

    String shiftContent(String number, String sales, String refunds, String net);

    String journalContent(String kind, String subject);

    String discardContent(String by, String reason);

    String justNow();

    String minutesAgo(long minutes);

    String hoursAgo(long hours);

    String daysAgo(long days);
}
