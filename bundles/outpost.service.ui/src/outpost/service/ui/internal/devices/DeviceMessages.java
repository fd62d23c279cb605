package outpost.service.ui.internal.devices;

/** What the page of the devices says. */
public interface DeviceMessages {
    String pageDevices();

    String printer();

    String printerHelp();

    String paper();

    String paperHelp();

    String answers();

    String answersHelp();

    String drawer();

    String drawerHelp();

    String display();

    String displayHelp();

    String displayWidth();

    String displayWidthHelp();

    String scanner();

    String scannerHelp();

    String byNetwork();

    String bySerialPort();

    String byFile();

    String none();

    String yes();

    String no();

    String usual(String value);

    String change();

    String testPrint();

    String testDrawer();

    String testDisplay();

    String testTitle();

    String testEdges();

    String testBold();

    String testPrinted();

    String drawerOpened();

    String displayed();

    String noPrinter();

    String noDisplay();

    String scanned(String code);

    String cannotBe(String why);

    String kept(String what, String value);

    String deviceFailed(String why);

    String waitingPrints(String count);

    String scanToTry();

    String printerAbsent();

    String printerUnknown();

    String printerReady();

    String printerPaperLow();

    String printerPaperOut();

    String printerCoverOpen();

    String printerUnreachable();

    String printerFault();
}
