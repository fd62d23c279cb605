package outpost.protocol;

import java.util.Set;
import outpost.values.TerminalId;

/** The other lanes of the branch, as far as they can be reached now. A till may run without this service. Safe for any thread. */
public interface Neighbours {
    Set<TerminalId> connected();

    /**
     * Says something to another lane's {@link NoteReader} of that topic. It is neither kept nor repeated: what must not be lost is an event.
     *
     * @return whether that lane is connected, so that it will probably hear it
     */
    boolean tell(TerminalId lane, String topic, String body);
}
