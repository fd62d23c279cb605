package outpost.application.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import outpost.outbox.Terminal;
import outpost.protocol.Enroller;
import outpost.store.LocalSettings;
import outpost.widgets.Look;

/** What a till shows before it belongs to a branch, or when its database cannot be opened. */
public final class StartPart {
    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    private volatile Enroller enroller;

    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "outpost-enrol");
        thread.setDaemon(true);
        return thread;
    });
    private Composite place;

    @PostConstruct
    void create(
            Composite parent,
            MApplication application,
            EModelService models,
            EPartService parts,
            Look look,
            @org.eclipse.e4.core.di.annotations.Optional Terminal terminal,
            @org.eclipse.e4.core.di.annotations.Optional LocalSettings settings,
            @org.eclipse.e4.core.di.annotations.Optional @Named(LifeCycle.ENROL) String link) {
        WindowMessages messages = look.messages(WindowMessages.class);
        parent.setLayout(new FillLayout());
        place = parent;
        if (terminal == null || settings == null) {
            look.fill(parent, () -> StartView.ofProblem(parent, messages));
            return;
        }
        Display display = parent.getDisplay();
        Enrolment enrolment = new Enrolment(
                () -> Optional.ofNullable(enroller),
                settings.text("cloud.url"),
                messages,
                worker,
                task -> later(display, task));
        enrolment.onDone(() -> parts.switchPerspective(new Perspectives(application, models).first()));
        look.fill(parent, () -> StartView.ofEnrolment(parent, messages, enrolment, Optional.ofNullable(link)));
        Optional.ofNullable(link).ifPresent(enrolment::submit);
    }

    /** The answer of a slow network may come after the window was closed. */
    private static void later(Display display, Runnable task) {
        if (!display.isDisposed()) {
            display.asyncExec(task);
        }
    }

    @Focus
    void focus() {
        place.getChildren()[0].setFocus();
    }

    @PreDestroy
    void close() {
        worker.shutdown();
    }
}
