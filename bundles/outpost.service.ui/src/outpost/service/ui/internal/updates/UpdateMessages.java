package outpost.service.ui.internal.updates;

/** What is said of updates. */
public interface UpdateMessages {
    String pageUpdates();

    String running();

    String beside();

    String next();

    String asFirstInstalled();

    String empty();

    String nextTheSame();

    String nextTries();

    String nextGoesBack();

    String isPinned();

    String working();

    String problem();

    String check();

    String apply();

    String applyFrom();

    String applyFromWhere();

    String rollBack();

    String rollBackLine();

    String goesBack();

    String pin();

    String unpin();

    String pinnedNow();

    String unpinnedNow();

    String restart();

    String shiftIsOpen();

    String thereIs(String title);

    String applied(String title);

    String nothingNewer();

    String notInstalled(String why);

    String noBranch();

    String noKey();

    String badKey();

    String unreadable(String why);

    String fileUnreadable(String file, String why);

    String noRelease();

    String notTrusted();

    String fileAbsent(String file);

    String fileChanged(String file);

    String older(String seen, String title);

    String expired(String title, String day);

    String notNewer(String has, String title);

    String waiting();

    String busy();

    String doesNotFit(String lacks);

    String incomplete(String lacks);

    String doesNotWork(String why);

    String noWayBack(String why);

    String wentBack();

    String nothingBefore();

    String nothingThatWorked();

    String ending();

    String failed(String what);

    String cannotTitle();

    String cannotLine();

    String offerTitle();

    String offerLine(String seconds);

    String later();
}
