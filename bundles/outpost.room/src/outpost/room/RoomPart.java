package outpost.room;

import jakarta.annotation.PreDestroy;
import java.util.function.Supplier;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import outpost.sales.Right;
import outpost.sales.Staff;
import outpost.sales.Supervision;
import outpost.widgets.Look;
import outpost.widgets.Workers;

/** A perspective that is a room: what a part of the application does with it from its first sight to its end. */
public abstract class RoomPart {
    private final String name;
    private final Right right;
    private final Workers workers;
    private Composite place;
    private Room room;
    private Gone gone;

    /**
     * @param name of the perspective {@code outpost.perspective.NAME}
     * @param right that opens the door
     */
    protected RoomPart(String name, Right right) {
        this.name = name;
        this.right = right;
        workers = new Workers("outpost-" + name, Room::isRefusal);
    }

    /** The room behind its door, through which the models of its pages work. */
    protected final Room room(Composite parent, Look look, Staff staff, Supervision supervision) {
        place = parent;
        room = new Room(right, staff, supervision, workers.on(parent), look.messages(RoomMessages.class));
        return room;
    }

    /** Shows the room, which was made before: now, and anew whenever the look changes. */
    protected final void show(Look look, IEventBroker broker, Supplier<RoomView> view) {
        place.setLayout(new FillLayout());
        look.fill(place, view);
        RoomTick.begin(place, room);
        gone = Gone.from("outpost.perspective." + name, room, broker);
    }

    @Focus
    final void focus() {
        room.knock();
        ((RoomView) place.getChildren()[0]).setFocus();
    }

    @PreDestroy
    final void close() {
        gone.close();
        workers.close();
    }
}
