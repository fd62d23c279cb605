package outpost.service.ui.internal.data;

/** What the page of the till's data says. */
public interface DataMessages {
    String pageData();

    String database();

    String ahead();

    String aheadHelp();

    String free();

    String freeHelp();

    String logs();

    String logsHelp();

    String prints();

    String printsHelp();

    String waiting();

    String waitingHelp();

    String damaged();

    String damagedHelp();

    String check();

    String checking();

    String notChecked();

    String databaseWhole();

    String databaseDamaged();

    String journalWhole(String entries);

    String journalDamaged(String entries);

    String export();

    String exportElsewhere();

    String exportWhere();

    String exported(String files, String zip);

    String notExported(String folder, String why);
}
