package outpost.sync.worker.internal;

import java.util.Map;
import java.util.Optional;
import outpost.store.LocalSettings;

/** A machine where only these settings are set. */
record FewSettings(Map<String, String> texts) implements LocalSettings {
    FewSettings() {
        this(Map.of());
    }

    @Override
    public Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    @Override
    public long number(String name, long otherwise, long least, long most) {
        return text(name).map(Long::parseLong).orElse(otherwise);
    }
}
