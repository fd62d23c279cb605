package outpost.ui;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.e4.ui.internal.workbench.swt.E4Application;
import org.eclipse.e4.ui.workbench.IWorkbench;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/** The till's application, started in this framework as the product starts it. */
@SuppressWarnings("restriction") // E4Application is no API, but what a product is started with.
final class TillWindow implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 120;
    private static final ExecutorService UI_THREAD = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "ui");
        thread.setDaemon(true);
        return thread;
    });

    private final CompletableFuture<Display> opened = new CompletableFuture<>();
    private final Future<?> application;
    private final Display display;
    private final Driver driver;

    /** @param arguments what stands on the command line */
    TillWindow(String... arguments) {
        application = UI_THREAD.submit(() -> new E4Application() {
            @Override
            public Display getApplicationDisplay() {
                Display mine = super.getApplicationDisplay();
                opened.complete(mine);
                return mine;
            }
        }.start(context(arguments)));
        display = await(opened);
        driver = new Driver(display);
        driver.waitUntil(() -> "the window does not open", () -> driver.ui(this::activate));
    }

    Driver driver() {
        return driver;
    }

    Display display() {
        return display;
    }

    /** Waits for the program's end, which was asked for by its own means; answers what it ends with. */
    Object ended() {
        return await(application);
    }

    @Override
    public void close() {
        if (!application.isDone()) {
            display.asyncExec(() -> workbench().close());
        }
        await(application);
    }

    /** Answers whether the window has the focus, and asks for it if not. */
    private boolean activate() {
        for (Shell shell : display.getShells()) {
            if (shell.isVisible() && shell.getText().startsWith("Outpost")) {
                shell.forceActive();
                return display.getActiveShell() == shell && display.getFocusControl() != null;
            }
        }
        return false;
    }

    private static IWorkbench workbench() {
        BundleContext context = FrameworkUtil.getBundle(TillWindow.class).getBundleContext();
        ServiceReference<IWorkbench> reference = context.getServiceReference(IWorkbench.class);
        return context.getService(reference);
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the application does not answer", e);
        }
    }

    private static IApplicationContext context(String... arguments) {
        Map<String, Object> given = new HashMap<>();
        given.put(IApplicationContext.APPLICATION_ARGS, arguments);
        return new IApplicationContext() {
            @Override
            public Map<?, ?> getArguments() {
                return given;
            }

            @Override
            public String getBrandingProperty(String key) {
                // What the product extension of outpost.application says.
                return switch (key) {
                    case "applicationXMI" -> "outpost.application/Application.e4xmi";
                    case "applicationCSS" -> "platform:/plugin/outpost.application/css/start.css";
                    case "lifeCycleURI" -> "bundleclass://outpost.application/outpost.application.internal.LifeCycle";
                    case "clearPersistedState" -> "true";
                    default -> null;
                };
            }

            @Override
            public void applicationRunning() {}

            @Override
            public String getBrandingApplication() {
                return "";
            }

            @Override
            public String getBrandingName() {
                return "Outpost Till";
            }

            @Override
            public String getBrandingDescription() {
                return "";
            }

            @Override
            public String getBrandingId() {
                return "outpost.application.till";
            }

            @Override
            public Bundle getBrandingBundle() {
                return FrameworkUtil.getBundle(TillWindow.class);
            }

            @Override
            public void setResult(Object result, org.eclipse.equinox.app.IApplication ended) {}
        };
    }
}
