package outpost.reconcile.ui.internal.conflict;

/** What is said about changes that were made at several places at once; the texts stand in the {@code messages} files beside this interface. */
public interface ConflictMessages {
    String pageConflicts();

    String noneTitle();

    String noneLine();

    String mine();

    String theirs();

    String holdsNow();

    String differs(String field);

    String history();

    String noHistory();

    String takeMine();

    String takeTheirs();

    String editValue();

    String mark();

    String unmark();

    String markAll();

    String explanation();

    String marked(int count);

    String valueTitle(String field);

    String settled(String what);

    String settledMany(int count);

    String changedMeanwhile();

    String taxTitle();
}
