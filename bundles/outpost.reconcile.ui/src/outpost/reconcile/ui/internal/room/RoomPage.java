package outpost.reconcile.ui.internal.room;

import outpost.widgets.Page;

/** A page of a {@link Room}. */
public interface RoomPage extends Page {
    /** Comes once a second while the page is in sight: whatever changes by itself is read anew. */
    default void tick() {}
}
