package outpost.reconcile.ui.internal.stock;

/** What is said about the stock; the texts stand in the {@code messages} files beside this interface. */
public interface StockMessages {
    String pageLevels();

    String pageReceive();

    String pageCount();

    String pageWaste();

    String pageCorrect();

    String search();

    String lowTitle(String most);

    String foundTitle();

    String noneLowTitle();

    String noneLowLine();

    String nothingFoundTitle();

    String nothingFoundLine();

    String neverMoved();

    String neverCounted();

    String countedAt(String when);

    String selectProduct();

    String entry();

    String receiveTitle();

    String receiveLine();

    String countTitle();

    String countLine();

    String wasteTitle();

    String wasteLine();

    String correctTitle();

    String correctLine();

    String quantity();

    String sign();

    String post();

    String showDifferences();

    String countMore();

    String differencesTitle();

    String inTheBooks(String quantity);

    String countedLine(String quantity);

    String differencesSum(long differing, long lines);

    String referenceTitle();

    String referenceLine();

    String reference();

    String whyTitle();

    String otherReason();

    String reason();

    String reasonsWaste();

    String reasonsCorrection();

    String posted(long lines);

    String notFound(String code);

    String tooMany(int lines);

    String noQuantity(String product);
}
