package outpost.store.internal;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import outpost.store.LocalSettings;
import outpost.store.Store;
import outpost.store.StoreException;

/** Looks at the command line, then the environment, then the file; the file is read once, at the start. */
@Component
public final class LayeredSettings implements LocalSettings {
    private final UnaryOperator<String> commandLine;
    private final UnaryOperator<String> environment;
    private final Properties file;

    @Activate
    public LayeredSettings(BundleContext context, @Reference Store store) {
        this(context::getProperty, System::getenv, store.directory().resolve("outpost.properties"));
    }

    LayeredSettings(UnaryOperator<String> commandLine, UnaryOperator<String> environment, Path file) {
        this.commandLine = commandLine;
        this.environment = environment;
        this.file = read(file);
    }

    @Override
    public Optional<String> text(String name) {
        String variable = "OUTPOST_" + name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
        return Optional.ofNullable(commandLine.apply("outpost." + name))
                .or(() -> Optional.ofNullable(environment.apply(variable)))
                .or(() -> Optional.ofNullable(file.getProperty(name)))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    @Override
    public long number(String name, long otherwise, long least, long most) {
        return text(name).map(text -> number(name, text, least, most)).orElse(otherwise);
    }

    private static long number(String name, String text, long least, long most) {
        String rule = "the setting '" + name + "' must be a whole number from " + least + " to " + most + ", not '"
                + text + "'";
        try {
            long number = Long.parseLong(text);
            if (number < least || number > most) {
                throw new IllegalArgumentException(rule);
            }
            return number;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(rule, e);
        }
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new StoreException("cannot read the settings in " + file, e);
            }
        }
        return properties;
    }
}
