package outpost.till.ui.internal.day.journal;

/** The texts of the journal's page. */
public interface JournalMessages {
    String search();

    String nothingTitle();

    String nothingLine();

    String verify();

    String notVerifiedTitle();

    String notVerifiedLine();

    String verifying();

    String whole();

    String entries(long count);

    String damaged(int faults);

    String leave(String name);

    String sale();

    String refund();

    String voidLine();

    String voidTicket();

    String discount();

    String ticketDiscount();

    String priceOverride();

    String openItem();

    String returnWithoutReceipt();

    String ageCheck();

    String tenderBack();

    String drawer();

    String cashIn();

    String cashOut();

    String shiftOpen();

    String shiftClose();

    String xReport();

    String zCopy();

    String reprint();

    String logIn();

    String logOut();

    String lock();

    String unlock();

    String wrongPin();

    String trainingOn();

    String trainingOff();

    String supervision();

    String productChange();

    String conflictDecided();

    String eventReplayed();

    String discardEvent();

    String catalogCheck();

    String catalogMend();

    String catalogRebuild();

    String catalogExport();

    String syncNow();

    String stockReceipt();

    String stockCount();

    String stockWaste();

    String stockCorrection();

    String serviceSetting();

    String serviceTestPrint();

    String serviceDrawer();

    String serviceTestDisplay();

    String serviceNetwork();

    String serviceDatabase();

    String serviceExport();

    String serviceUpdateCheck();

    String serviceUpdate();

    String serviceRollback();

    String servicePin();

    String serviceRestart();
}
