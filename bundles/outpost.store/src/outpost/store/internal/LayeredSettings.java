package outpost.store.internal;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import outpost.store.LocalChoices;
import outpost.store.LocalSettings;
import outpost.store.Store;
import outpost.store.StoreException;

/** Looks at the command line, then the environment, then what was chosen at the screen, then the file; both files are read once, at the start. */
@Component(service = {LocalSettings.class, LocalChoices.class})
public final class LayeredSettings implements LocalChoices {
    private final UnaryOperator<String> commandLine;
    private final UnaryOperator<String> environment;
    private final Properties file;
    private final Path chosenFile;
    private volatile Properties chosen;

    @Activate
    public LayeredSettings(BundleContext context, @Reference Store store) {
        this(context::getProperty, System::getenv, store.directory());
    }

    LayeredSettings(UnaryOperator<String> commandLine, UnaryOperator<String> environment, Path directory) {
        this.commandLine = commandLine;
        this.environment = environment;
        file = read(directory.resolve("outpost.properties"));
        chosenFile = directory.resolve("chosen.properties");
        chosen = read(chosenFile);
    }

    @Override
    public Optional<String> text(String name) {
        String variable = "OUTPOST_" + name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
        return Optional.ofNullable(commandLine.apply("outpost." + name))
                .or(() -> Optional.ofNullable(environment.apply(variable)))
                .or(() -> Optional.ofNullable(chosen.getProperty(name)))
                .or(() -> Optional.ofNullable(file.getProperty(name)))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    @Override
    public long number(String name, long otherwise, long least, long most) {
        return text(name).map(text -> number(name, text, least, most)).orElse(otherwise);
    }

    @Override
    public synchronized void keep(String name, String value) {
        Properties next = new Properties();
        next.putAll(chosen);
        next.setProperty(name, value);
        Path fresh = chosenFile.resolveSibling(chosenFile.getFileName() + ".new");
        try {
            try (Writer writer = Files.newBufferedWriter(fresh)) {
                next.store(writer, "Chosen at the till's screen.");
            }
            Files.move(fresh, chosenFile, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StoreException("cannot keep the setting " + name + " in " + chosenFile, e);
        }
        chosen = next;
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
