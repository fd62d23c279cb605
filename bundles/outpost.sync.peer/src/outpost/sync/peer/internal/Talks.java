package outpost.sync.peer.internal;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.protocol.Json;
import outpost.protocol.MalformedMessageException;
import outpost.values.TerminalId;

/** What the sockets of one connection report, brought to the lane's thread. */
final class Talks {
    private static final Logger LOG = LoggerFactory.getLogger(Talks.class);

    private final LaneLoop loop;
    private final Lane lane;

    Talks(LaneLoop loop, Lane lane) {
        this.loop = loop;
        this.lane = lane;
    }

    /** A connection was made, and its other end has proven who it is. */
    Talk begin(TerminalId peer, boolean dialled, Line line) {
        Talk talk = new Talk(line);
        loop.run(() -> talk.conversation = lane.open(peer, dialled, line));
        return talk;
    }

    /** One connection. Its messages are handled in the order in which they come. */
    final class Talk {
        private final Line line;
        /** Used on the loop's thread only. */
        private Optional<Conversation> conversation = Optional.empty();

        private Talk(Line line) {
            this.line = line;
        }

        /** Waits while there is much to do, and so slows the sender. */
        void received(String text) {
            Message message;
            try {
                message = Json.read(text, Message.class);
            } catch (MalformedMessageException e) {
                LOG.warn("A lane does not speak as lanes do: {}", e.getMessage());
                line.close("not understood");
                return;
            }
            loop.run(() -> handle(message));
        }

        void closed() {
            loop.run(() -> conversation.ifPresent(lane::closed));
        }

        private void handle(Message message) {
            try {
                conversation.ifPresent(open -> open.received(message));
            } catch (RuntimeException e) {
                // The boundary between what others sent and this till: it says so, hangs up, and starts anew later.
                LOG.error("Cannot take in what a lane sent", e);
                line.close("cannot store now");
            }
        }
    }
}
