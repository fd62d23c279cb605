package outpost.protocol;

import java.util.Map;
import java.util.Set;
import outpost.values.TerminalId;

/** The other lanes of the branch, as far as they can be reached now. A till may run without this service. Safe for any thread. */
public interface Neighbours {
    Set<TerminalId> connected();

    /** What the cloud calls the lanes of this branch, this one included. Reads the disk. */
    Map<TerminalId, String> names();

    /**
     * Says something to another lane's {@link NoteReader} of that topic. It is neither kept nor repeated: what must not be lost is an event.
     *
     * @return whether that lane is connected, so that it will probably hear it
     */
    boolean tell(TerminalId lane, String topic, String body);
}
