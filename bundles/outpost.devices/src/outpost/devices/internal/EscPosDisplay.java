package outpost.devices.internal;

import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.devices.CustomerDisplay;
import outpost.devices.Workplace;

/** A pole display that speaks ESC/POS, or none, where {@code display.address} is not set. */
@Component
public final class EscPosDisplay implements CustomerDisplay {
    private static final Logger LOG = LoggerFactory.getLogger(EscPosDisplay.class);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(2);

    private final Optional<DisplayText> text;
    private final Optional<DisplayLoop> loop;
    private final Optional<Thread> thread;

    @Activate
    public EscPosDisplay(@Reference Workplace workplace) {
        this(workplace, Patience.USUAL);
    }

    EscPosDisplay(Workplace workplace, Patience patience) {
        try {
            Optional<Address> address = workplace
                    .setting("display.address")
                    .map(value -> PrinterSettings.parsed("display.address", value, form -> Address.of(form, patience)));
            text = address.map(present -> DisplayText.of(workplace));
            loop = address.map(present -> new DisplayLoop(present, patience));
            thread = loop.map(run -> new Thread(run, "outpost-customer-display"));
        } catch (IllegalArgumentException e) {
            LOG.error("No customer display: {}", e.getMessage());
            throw e;
        }
    }

    @Activate
    void start() {
        thread.ifPresent(ready -> {
            ready.setDaemon(true);
            ready.start();
            clear();
        });
    }

    @Deactivate
    void stop() throws InterruptedException {
        if (thread.isPresent()) {
            thread.get().interrupt();
            thread.get().join(STOP_LIMIT.toMillis());
        }
    }

    @Override
    public void show(Row upper, Row lower) {
        loop.ifPresent(run -> run.show(text.orElseThrow().of(upper, lower)));
    }

    @Override
    public void clear() {
        show(Row.EMPTY, Row.EMPTY);
    }
}
