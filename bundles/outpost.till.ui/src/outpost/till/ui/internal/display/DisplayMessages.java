package outpost.till.ui.internal.display;

/** What the customer reads; the texts stand in the {@code messages} files beside this interface. */
interface DisplayMessages {
    String welcome();

    String total();

    String change();

    String thanks();
}
