package outpost.room;

/** What is said at the door of a manager's work, and when something there could not be done. */
public interface RoomMessages {
    String closedTitle();

    String closedLine();

    String enterPin();

    String pinNeeded();

    String pinFor();

    String wrongPin();

    String wrongPinWait(String seconds);

    String nobodyMay();

    String nobodyLoggedIn();

    String leftMeanwhile();

    String notDone(String why);

    String diskFailed();

    String unexpected();
}
