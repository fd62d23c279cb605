package outpost.sync.worker.internal;

import java.util.Optional;
import outpost.store.LocalSettings;

/** A machine where nobody has set anything. */
final class NoSettings implements LocalSettings {
    @Override
    public Optional<String> text(String name) {
        return Optional.empty();
    }

    @Override
    public long number(String name, long otherwise, long least, long most) {
        return otherwise;
    }
}
