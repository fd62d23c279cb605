package outpost.reconcile.ui.internal.queue;

/** What the queue says; the texts stand in the {@code messages} files beside this interface. */
public interface QueueMessages {
    String nothingWaitsTitle();

    String nothingWaitsLine();

    String sendAgain();

    String syncNow();

    String stateWaiting();

    String stateSending();

    String stateDelivered();

    String stateParked();

    String stateSuperseded();

    String stateDiscarded();

    String goesWithLine();

    String contradiction();

    String fork();

    String refusedByCloud();

    String nothingToDo();

    String adviseFork();

    String adviseParked();

    String selectEvent();

    String event(String key);

    String refusals(int times);

    String pageQueue();

    String search();

    String showAll();

    String showParked();

    String showWaiting();

    String nothingFoundTitle();

    String nothingFoundLine();

    String asWritten();

    String inWords();

    String giveUp();

    String giveUpTitle();

    String giveUpLine(String event);

    String reason();

    String gaveUp(String event);

    String sentAgain();

    String content();

    String lanesHave(String lanes);

    String onlyHere();
}
