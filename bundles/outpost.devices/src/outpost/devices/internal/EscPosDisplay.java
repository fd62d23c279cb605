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
@Component(service = {CustomerDisplay.class, EscPosDisplay.class})
public final class EscPosDisplay implements CustomerDisplay {
    private static final Logger LOG = LoggerFactory.getLogger(EscPosDisplay.class);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(2);

    private final Workplace workplace;
    private final Patience patience;
    private volatile Optional<Pole> pole;

    @Activate
    public EscPosDisplay(@Reference Workplace workplace) {
        this(workplace, Patience.USUAL);
    }

    EscPosDisplay(Workplace workplace, Patience patience) {
        this.workplace = workplace;
        this.patience = patience;
        pole = reported();
    }

    @Activate
    void start() {
        pole.ifPresent(shown -> {
            shown.thread.start();
            clear();
        });
    }

    @Deactivate
    void stop() {
        pole.ifPresent(Pole::stop);
    }

    /** See {@link outpost.devices.DeviceSetup#renew}. */
    synchronized void renew() {
        Optional<Pole> next = reported();
        stop();
        pole = next;
        start();
    }

    @Override
    public void show(Row upper, Row lower) {
        pole.ifPresent(shown -> shown.loop.show(shown.text.of(upper, lower)));
    }

    @Override
    public void clear() {
        show(Row.EMPTY, Row.EMPTY);
    }

    private Optional<Pole> reported() {
        try {
            return Pole.of(workplace, patience);
        } catch (IllegalArgumentException e) {
            LOG.error("No customer display: {}", e.getMessage());
            throw e;
        }
    }

    /** One that is set up, and the thread that talks to it. */
    record Pole(DisplayText text, DisplayLoop loop, Thread thread) {
        /** @throws IllegalArgumentException naming the setting that is wrong */
        static Optional<Pole> of(Workplace workplace, Patience patience) {
            return workplace
                    .setting("display.address")
                    .map(value -> PrinterSettings.parsed("display.address", value, form -> Address.of(form, patience)))
                    .map(address -> of(DisplayText.of(workplace), new DisplayLoop(address, patience)));
        }

        private static Pole of(DisplayText text, DisplayLoop loop) {
            Thread thread = new Thread(loop, "outpost-customer-display");
            thread.setDaemon(true);
            return new Pole(text, loop, thread);
        }

        private void stop() {
            thread.interrupt();
            try {
                thread.join(STOP_LIMIT.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
