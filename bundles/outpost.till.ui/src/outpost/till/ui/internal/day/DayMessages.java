package outpost.till.ui.internal.day;

/** What the day's pages and reports say; the texts stand in the {@code messages} files beside this interface. */
interface DayMessages {
    String pageShift();

    String pageReceipts();

    String pageJournal();

    String noShiftTitle();

    String noShiftLine();

    String shiftTitle(int number, String day);

    String shiftLine(String opened, String by, String cashFloat);

    String earlierShifts();

    String showZ();

    String openShift();

    String floatQuestion();

    String shiftOpened(int number);

    String cashIn();

    String cashOut();

    String amountQuestion();

    String cashMoved(String amount, String reason);

    String xButton();

    String openDrawer();

    String drawerOpened();

    String train();

    String endTraining();

    String trainingBegun();

    String trainingEnded();

    String closeShift();

    String dayUnreadable(String reason);

    String countTitle();

    String countLine();

    String counted();

    String back();

    String closeNow();

    String print();

    String done();

    String differenceNone();

    String missing();

    String tooMuch();

    String searchReceipts();

    String noReceiptsTitle();

    String noReceiptsLine();

    String refundTitle(String number);

    String reprint();

    String xReport(int number);

    String zReport(int number);

    String businessDay();

    String opened();

    String closed();

    String receipts();

    String sales();

    String refunds();

    String gross();

    String discounts();

    String refunded();

    String tax();

    String rounding();

    String net();

    String byTender();

    String byTaxRate();

    String byDepartment();

    String byCashier();

    String voids();

    String returns();

    String other();

    String taxIn(String percent, String gross);

    String drawer();

    String cashFloat();

    String cashSales();

    String expected();

    String difference();

    String cash();

    String card();

    String voucher();

    String account();

    String logOut();
}
