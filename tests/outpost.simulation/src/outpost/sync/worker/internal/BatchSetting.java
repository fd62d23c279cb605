package outpost.sync.worker.internal;

import java.util.Optional;
import outpost.store.LocalSettings;

/** A machine where nothing is set but how many events go into one push. */
record BatchSetting(int events) implements LocalSettings {
    @Override
    public Optional<String> text(String name) {
        return Optional.empty();
    }

    @Override
    public long number(String name, long otherwise, long least, long most) {
        return name.equals("sync.batch.events") ? events : otherwise;
    }
}
