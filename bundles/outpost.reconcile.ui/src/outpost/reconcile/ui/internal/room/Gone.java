package outpost.reconcile.ui.internal.room;

import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.osgi.service.event.Event;

/** Tells from the workbench's events whether a person has gone to another perspective. */
public final class Gone {
    /** The events to listen to. */
    public static final String TOPIC = UIEvents.ElementContainer.TOPIC_SELECTEDELEMENT;

    private Gone() {}

    /** @param perspective that they would have gone from */
    public static boolean from(String perspective, Event event) {
        return event.getProperty(UIEvents.EventTags.NEW_VALUE) instanceof MPerspective next
                && !perspective.equals(next.getElementId());
    }
}
