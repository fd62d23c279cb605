package outpost.devices.internal;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import outpost.devices.DeviceSetup;
import outpost.devices.Workplace;

/** Tries settings by reading them as the devices would. */
@Component
public final class LiveSetup implements DeviceSetup {
    private final Workplace workplace;
    private final EscPosPrinter printer;
    private final EscPosDisplay display;

    @Activate
    public LiveSetup(
            @Reference Workplace workplace, @Reference EscPosPrinter printer, @Reference EscPosDisplay display) {
        this.workplace = workplace;
        this.printer = printer;
        this.display = display;
    }

    @Override
    public Optional<String> fault(Map<String, String> changes) {
        Workplace changed = new Changed(workplace, changes);
        try {
            PrinterSettings.of(changed, Patience.USUAL);
            EscPosDisplay.Pole.of(changed, Patience.USUAL);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    @Override
    public void renew() {
        printer.renew();
        display.renew();
    }

    private record Changed(Workplace before, Map<String, String> changes) implements Workplace {
        @Override
        public Optional<String> setting(String name) {
            return changes.containsKey(name)
                    ? Optional.of(changes.get(name)).filter(text -> !text.isBlank())
                    : before.setting(name);
        }

        @Override
        public Path folder() {
            return before.folder();
        }
    }
}
