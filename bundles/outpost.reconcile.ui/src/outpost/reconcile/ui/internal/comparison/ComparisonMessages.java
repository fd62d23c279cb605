package outpost.reconcile.ui.internal.comparison;

/** What is said when the catalog is compared; the texts stand in the {@code messages} files beside this interface. */
public interface ComparisonMessages {
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

    String pageCatalog();

    String toAdd();

    String toReplace();

    String toRemove();

    String staying();

    String field();

    String here();

    String atCloud();

    String exportPlan();

    String exported(String file);

    String rebuild();

    String rebuildTitle();

    String rebuildLine();

    String rebuildYes();

    String leaveTitle();

    String leaveLine();

    String planWaits();

    String keptEdit();
}
