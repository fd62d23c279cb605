package outpost.widgets.ask;

/** What stands on the panels that ask, whatever they ask. */
public interface AskTexts {
    String ok();

    String cancel();

    String percent();

    String amount();

    String quantity();

    String all();

    String space();

    String nothingFound();

    /** Rows of letters for fingers, separated by blanks. */
    String letters();

    String leftOf(String left, String sold);

    String allCameBack();
}
