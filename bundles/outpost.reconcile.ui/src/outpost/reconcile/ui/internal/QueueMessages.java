package outpost.reconcile.ui.internal;

/** What the queue says; the texts stand in the {@code messages} files beside this interface. */
interface QueueMessages {
    String line();

    String lastSuccess();

    String waiting();

    String needAttention();

    String nothingWaitsTitle();

    String nothingWaitsLine();

    String sendAgain();

    String syncNow();

    String connecting();

    String online();

    String offline();

    String refused();

    String noSyncUnit();

    String neverYet();

    String justNow();

    String minutesAgo(long minutes);

    String hoursAgo(long hours);

    String daysAgo(long days);

    String sale();

    String refund();

    String otherEvent();

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

    String catalogNever();

    String catalogWaits();

    String catalogReading(long done, long total);

    String catalogComparing(long found);

    String catalogDiffers(long added, long replaced, long removed);

    String catalogEditsStay(long edits);

    String catalogMending();

    String catalogEqual(String when);

    String catalogMended(String when);

    String catalogAnew();

    String catalogCheck();

    String catalogMend();

    String rowAdded();

    String rowReplaced();

    String rowRemoved();
}
