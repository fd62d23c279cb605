package outpost.till.ui.internal.login;

/** What stands before the till and on the cashier's place in the bar; the texts stand in the {@code messages} files beside this interface. */
interface LoginMessages {
    String who();

    String locked(String name);

    String pinOf(String name);

    String chooseFirst();

    String checking();

    String wrongPin();

    String wrongPinWait(long seconds);

    String failed(String reason);

    String logIn();

    String earlier();

    String later();

    String training();
}
