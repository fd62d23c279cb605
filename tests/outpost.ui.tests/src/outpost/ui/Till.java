package outpost.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import outpost.fixtures.LiveTill;
import outpost.fixtures.Rows;
import outpost.protocol.Enroller;
import outpost.protocol.Entity;
import outpost.protocol.Synchroniser;
import outpost.protocol.reconcile.Reconciler;
import outpost.store.LocalChoices;

/** A till of its own for each scenario: real services on a new folder, and its window. A scenario that fails leaves a picture. */
final class Till implements BeforeEachCallback, AfterTestExecutionCallback, AfterEachCallback {
    private Path folder;
    private LiveTill services;
    private TillWindow window;
    private final List<ServiceRegistration<?>> registered = new ArrayList<>();

    @Override
    public void beforeEach(ExtensionContext test) throws IOException {
        folder = Files.createTempDirectory("till");
        services = new LiveTill(folder);
    }

    /** Sets something at this machine, as a technician does; counts from {@link #sells} on. */
    void isSet(String name, String value) {
        try {
            Files.writeString(folder.resolve("outpost.properties"), name + "=" + value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Enrols the till in pounds, and gives it that catalog. Then it starts anew, as a till that was enrolled yesterday. */
    void sells(Entity... products) {
        services.enrol("GBP");
        List<Entity> rows = new ArrayList<>(Rows.basics("GBP"));
        rows.addAll(List.of(products));
        Rows.snapshot(services.sink(), rows.size(), rows);
        services.restart();
    }

    /** The power fails, and the disk brings the first pages back as zeros. */
    void losesTheStartOfItsDatabase() {
        services.close();
        try {
            Files.writeString(folder.resolve("outpost.lock"), "4711");
            try (FileChannel database = FileChannel.open(folder.resolve("outpost.db"), StandardOpenOption.WRITE)) {
                database.write(ByteBuffer.allocate(8 * 1024), 0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        services.restart();
    }

    boolean hasKeptThatTheDamageWasRead() {
        return services.service(LocalChoices.class).number("damage.read", 0, 0, 9) == 1;
    }

    /** Puts a line in the place of the sync unit's. */
    void isOn(Line line) {
        Dictionary<String, Object> first = new Hashtable<>();
        first.put("service.ranking", 1_000);
        registered.add(FrameworkUtil.getBundle(Till.class)
                .getBundleContext()
                .registerService(
                        new String[] {Synchroniser.class.getName(), Enroller.class.getName(), Reconciler.class.getName()
                        },
                        line,
                        first));
    }

    /** Ends the program's window, and the program with it, and starts both again on the same folder. */
    Driver reopen() {
        window.close();
        services.restart();
        return open();
    }

    /** Keeps a picture of the screen where the property {@code outpost.pictures} names a folder: how the pictures in the docs are made. */
    void picture(String name) {
        file(name).ifPresent(file -> window.display().syncExec(() -> {
            while (window.display().readAndDispatch()) {
                // What is still to be drawn is drawn first.
            }
            save(window.display(), file);
        }));
    }

    /** Keeps that picture, where pictures are kept. */
    void picture(String name, BufferedImage image) throws IOException {
        Optional<Path> file = file(name);
        if (file.isPresent()) {
            ImageIO.write(image, "png", file.get().toFile());
        }
    }

    private static Optional<Path> file(String name) {
        return Optional.ofNullable(System.getProperty("outpost.pictures"))
                .map(folder -> Path.of(folder, name + ".png"));
    }

    Driver open(String... arguments) {
        window = new TillWindow(arguments);
        return window.driver();
    }

    /** Waits until the program has ended by itself; answers what it ends with. */
    Object ended() {
        return window.ended();
    }

    LiveTill services() {
        return services;
    }

    @Override
    public void afterTestExecution(ExtensionContext test) {
        if (test.getExecutionException().isPresent() && window != null) {
            Path picture = Path.of(
                    System.getProperty("outpost.root"),
                    "tests/outpost.ui.tests/target",
                    test.getDisplayName().replaceAll("\\W", "") + ".png");
            window.display().syncExec(() -> save(window.display(), picture));
        }
    }

    @Override
    public void afterEach(ExtensionContext test) throws IOException {
        if (window != null) {
            window.close();
        }
        registered.forEach(ServiceRegistration::unregister);
        services.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void save(Display display, Path picture) {
        Image image = new Image(display, display.getBounds().width, display.getBounds().height);
        GC gc = new GC(display);
        gc.copyArea(image, 0, 0);
        gc.dispose();
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {image.getImageData()};
        loader.save(picture.toString(), SWT.IMAGE_PNG);
        image.dispose();
    }
}
