package outpost.service.ui.internal.network;

/** What the page of the network says. */
public interface NetworkMessages {
    String pageNetwork();

    String check();

    String checking();

    String notChecked();

    String good();

    String bad();

    String notReached();

    String machine();

    String machineHelp();

    String name();

    String nameHelp();

    String connection();

    String connectionHelp();

    String trust();

    String trustHelp();

    String answer();

    String answerHelp();

    String clock();

    String clockHelp();

    String signIn();

    String signInHelp();

    String allGood();

    String refusedTill();

    String noAddress();

    String noNetwork();

    String nameUnknown();

    String refused();

    String silent();

    String otherKey();

    String notTrusted();

    String noAnswer();

    String noCloud();

    String otherGeneration();

    String clockOff();

    String seconds(String seconds);

    String pinned(String fingerprint);

    String notPinned();
}
