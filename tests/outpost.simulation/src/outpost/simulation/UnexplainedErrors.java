package outpost.simulation;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.Optional;
import java.util.Set;
import outpost.cloud.internal.store.StorageException;
import outpost.protocol.MalformedMessageException;
import outpost.store.StoreException;

/** Turns an error in the log into a violation of the seed whose thread it is, unless a disk that fails or an event that is nonsense explains it. */
public final class UnexplainedErrors extends AppenderBase<ILoggingEvent> {
    private static final Set<String> EXPLAINED = Set.of(
            StoreException.class.getName(),
            StorageException.class.getName(),
            MalformedMessageException.class.getName());
    private static final InheritableThreadLocal<World> WORLD = new InheritableThreadLocal<>();

    /** From now on, errors of this thread and those that it starts are that seed's. */
    static void belongTo(World world) {
        WORLD.set(world);
    }

    @Override
    protected void append(ILoggingEvent event) {
        Optional<IThrowableProxy> cause = Optional.ofNullable(event.getThrowableProxy());
        boolean explained =
                cause.filter(known -> EXPLAINED.contains(known.getClassName())).isPresent()
                        || EXPLAINED.stream().anyMatch(event.getFormattedMessage()::contains);
        if (!explained && WORLD.get() != null) {
            WORLD.get()
                    .violated("logged as an error: " + event.getFormattedMessage() + " "
                            + cause.map(UnexplainedErrors::text).orElse(""));
        }
    }

    private static String text(IThrowableProxy cause) {
        StringBuilder text = new StringBuilder(cause.getClassName() + ": " + cause.getMessage());
        for (int i = 0; i < Math.min(10, cause.getStackTraceElementProxyArray().length); i++) {
            text.append("\n    ").append(cause.getStackTraceElementProxyArray()[i]);
        }
        return text.toString();
    }
}
