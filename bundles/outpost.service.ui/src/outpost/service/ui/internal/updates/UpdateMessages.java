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

    String cannotTitle();

    String cannotLine();

    String offerTitle();

    String offerLine(String seconds);

    String later();
}
