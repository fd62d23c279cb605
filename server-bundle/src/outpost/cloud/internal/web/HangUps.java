package outpost.cloud.internal.web;

import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.message.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A caller that hangs up while its answer is written is everyday life, and takes one line of the log; whatever else fails is told by CXF in full. */
final class HangUps implements FaultListener {
    private static final Logger LOG = LoggerFactory.getLogger(HangUps.class);

    @Override
    public boolean faultOccurred(Exception fault, String description, Message message) {
        boolean hungUp = Stream.<Throwable>iterate(fault, Objects::nonNull, Throwable::getCause)
                .anyMatch(IOException.class::isInstance);
        if (hungUp) {
            LOG.info(
                    "A caller hung up before its answer to {} was written",
                    message.getExchange().getInMessage().get(Message.REQUEST_URI));
        }
        return !hungUp;
    }
}
