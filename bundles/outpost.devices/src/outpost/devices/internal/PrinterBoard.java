package outpost.devices.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.devices.PrinterStatus.Condition;

/** How the printer was when it was last seen. The printer's thread writes it, any thread reads it. */
final class PrinterBoard {
    private static final Logger LOG = LoggerFactory.getLogger(PrinterBoard.class);

    private volatile Condition condition = Condition.UNKNOWN;

    Condition condition() {
        return condition;
    }

    /** @param detail for the log, where there is more to say */
    void seen(Condition now, String detail) {
        if (now != condition) {
            LOG.info("Printer: {} {}", now, detail);
        }
        condition = now;
    }
}
