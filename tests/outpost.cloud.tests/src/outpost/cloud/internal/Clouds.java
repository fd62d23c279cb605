package outpost.cloud.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;

/** One cloud on each database for all classes that can share it: its start is most of what a small class takes. */
final class Clouds implements TestInstancePostProcessor {
    private static final Namespace NAMESPACE = Namespace.create(Clouds.class);

    @Override
    public void postProcessTestInstance(Object instance, ExtensionContext context) {
        OnOneCloud test = (OnOneCloud) instance;
        Store store = test.alone()
                ? context.getStore(NAMESPACE.append(instance.getClass()))
                : context.getRoot().getStore(NAMESPACE);
        test.cloud =
                store.getOrComputeIfAbsent(OnOneCloud.database(test.getClass()), Started::new, Started.class).cloud;
        // What the class before has called counts against nobody any more.
        test.cloud.clock().advance(Duration.ofMinutes(1));
    }

    /** Ends with the scope that it was started for. A JUnit before 5.13, as Tycho's runner has, closes nothing else. */
    @SuppressWarnings("deprecation")
    private static final class Started implements Store.CloseableResource {
        private final Path folder;
        private final TestCloud cloud;

        Started(TestDatabase database) {
            try {
                folder = Files.createTempDirectory("outpost-cloud");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            cloud = database.cloud(folder);
        }

        @Override
        public void close() throws IOException {
            cloud.close();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
