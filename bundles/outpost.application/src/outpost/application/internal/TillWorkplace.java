package outpost.application.internal;

import java.nio.file.Path;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import outpost.devices.Workplace;
import outpost.store.LocalSettings;
import outpost.store.Store;

/** Lets the devices have this machine's settings, and the print queue a place in the till's folder. */
@Component
public final class TillWorkplace implements Workplace {
    private final LocalSettings settings;
    private final Store store;

    @Activate
    public TillWorkplace(@Reference LocalSettings settings, @Reference Store store) {
        this.settings = settings;
        this.store = store;
    }

    @Override
    public Optional<String> setting(String name) {
        return settings.text(name);
    }

    @Override
    public Path folder() {
        return store.directory();
    }
}
