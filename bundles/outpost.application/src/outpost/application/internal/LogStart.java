package outpost.application.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.LoggerFactory;

/**
 * Sets up the log while the services start, which would wait for its XML a tenth of a till's start otherwise. What they log meanwhile is written down as soon as
 * the log stands: SLF4J keeps it.
 */
@Component(immediate = true)
public final class LogStart {
    @Activate
    public LogStart() {
        Thread thread = new Thread(LoggerFactory::getILoggerFactory, "outpost-log");
        thread.setDaemon(true);
        thread.start();
    }
}
