package outpost.application.internal;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.core.services.statusreporter.StatusReporter;
import org.eclipse.e4.core.services.translation.TranslationService;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.e4.ui.workbench.lifecycle.PostContextCreate;
import org.eclipse.e4.ui.workbench.lifecycle.ProcessAdditions;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.event.EventHandler;
import outpost.outbox.Terminal;
import outpost.store.LocalChoices;
import outpost.widgets.Look;

/** What happens between the program's start and its window: fonts, arguments, and where the window opens. */
public final class LifeCycle {
    /** Under this name the context holds what was given with {@code --enrol}. */
    static final String ENROL = "outpost.enrol";

    @PostContextCreate
    void begin(IEclipseContext context, IApplicationContext program) {
        Typefaces.load(
                Display.getCurrent(),
                Optional.ofNullable(System.getProperty("outpost.fonts")).map(Path::of));
        enrolArgument(program).ifPresent(link -> context.set(ENROL, link));
        Appearance appearance = new Appearance(
                Optional.ofNullable(context.get(LocalChoices.class)),
                Languages.in(FrameworkUtil.getBundle(LifeCycle.class)),
                Locale.getDefault(),
                new ThreadPoolExecutor(0, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>()));
        appearance.scale(Display.getCurrent());
        context.set(Appearance.class, appearance);
        context.set(Look.class, appearance.look());
        context.set(StatusReporter.class, new Faults(Display.getCurrent(), appearance.look()));
        context.set(TranslationService.LOCALE, appearance.look().locale());
    }

    /** Opens where the cashier left off to begin: at the first perspective, or at enrolment if this till belongs nowhere yet. */
    @ProcessAdditions
    void open(MApplication application, EModelService models, IEclipseContext context) {
        boolean enrolled = Optional.ofNullable(context.get(Terminal.class))
                .flatMap(Terminal::identity)
                .isPresent();
        Perspectives perspectives = new Perspectives(application, models);
        perspectives.select(enrolled ? perspectives.first() : perspectives.start());
        paintFirstWindow(context.get(IEventBroker.class), context.get(Appearance.class));
    }

    /** The style engine is made after this class has had its say and before the first window, whose controls must be painted from the start. */
    private static void paintFirstWindow(IEventBroker broker, Appearance appearance) {
        EventHandler[] once = new EventHandler[1];
        once[0] = event -> {
            if (event.getProperty(UIEvents.EventTags.NEW_VALUE) instanceof Shell shell) {
                broker.unsubscribe(once[0]);
                appearance.paint(shell.getDisplay());
            }
        };
        broker.subscribe(UIEvents.UIElement.TOPIC_WIDGET, once[0]);
    }

    private static Optional<String> enrolArgument(IApplicationContext program) {
        Object given = program.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        List<String> arguments = given instanceof String[] texts ? Arrays.asList(texts) : List.of();
        int place = arguments.indexOf("--enrol");
        return place < 0 || place + 1 >= arguments.size() ? Optional.empty() : Optional.of(arguments.get(place + 1));
    }
}
