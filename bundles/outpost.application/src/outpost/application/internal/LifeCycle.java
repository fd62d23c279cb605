package outpost.application.internal;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.lifecycle.PostContextCreate;
import org.eclipse.e4.ui.workbench.lifecycle.ProcessAdditions;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.widgets.Display;
import outpost.outbox.Terminal;

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
    }

    /** Opens where the cashier left off to begin: at the first perspective, or at enrolment if this till belongs nowhere yet. */
    @ProcessAdditions
    void open(MApplication application, EModelService models, IEclipseContext context) {
        boolean enrolled = Optional.ofNullable(context.get(Terminal.class))
                .flatMap(Terminal::identity)
                .isPresent();
        Perspectives perspectives = new Perspectives(application, models);
        perspectives.select(enrolled ? perspectives.first() : perspectives.start());
    }

    private static Optional<String> enrolArgument(IApplicationContext program) {
        Object given = program.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        List<String> arguments = given instanceof String[] texts ? Arrays.asList(texts) : List.of();
        int place = arguments.indexOf("--enrol");
        return place < 0 || place + 1 >= arguments.size() ? Optional.empty() : Optional.of(arguments.get(place + 1));
    }
}
