package outpost.room;

import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventHandler;

/** Closes a room's door at once behind a person who goes to another perspective. */
final class Gone implements EventHandler {
    private final IEventBroker broker;
    private final String perspective;
    private final Room room;

    private Gone(IEventBroker broker, String perspective, Room room) {
        this.broker = broker;
        this.perspective = perspective;
        this.room = room;
    }

    /** @param perspective that the room is in */
    static Gone from(String perspective, Room room, IEventBroker broker) {
        Gone gone = new Gone(broker, perspective, room);
        broker.subscribe(UIEvents.ElementContainer.TOPIC_SELECTEDELEMENT, gone);
        return gone;
    }

    @Override
    public void handleEvent(Event event) {
        if (event.getProperty(UIEvents.EventTags.NEW_VALUE) instanceof MPerspective next
                && !perspective.equals(next.getElementId())) {
            room.leave();
        }
    }

    /** Listens no more. */
    void close() {
        broker.unsubscribe(this);
    }
}
