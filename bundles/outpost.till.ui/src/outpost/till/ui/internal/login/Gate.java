package outpost.till.ui.internal.login;

import java.util.Optional;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspectiveStack;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;

/** Puts the log-in before the perspectives, and takes it away to where the work was. */
final class Gate {
    private static final String LOGIN = "outpost.perspective.login";

    private final MPerspectiveStack stack;
    private final EPartService parts;
    private Optional<MPerspective> before = Optional.empty();

    Gate(MApplication application, EModelService models, EPartService parts) {
        stack = (MPerspectiveStack) models.find("outpost.perspectives", application);
        this.parts = parts;
    }

    void keep(boolean shut) {
        MPerspective shown = stack.getSelectedElement();
        boolean atGate = shown != null && LOGIN.equals(shown.getElementId());
        if (shut && !atGate) {
            before = Optional.ofNullable(shown);
            find(LOGIN).ifPresent(parts::switchPerspective);
        } else if (!shut && atGate) {
            before.or(() -> find("outpost.perspective.sell")).ifPresent(parts::switchPerspective);
        }
    }

    private Optional<MPerspective> find(String id) {
        return stack.getChildren().stream()
                .filter(perspective -> id.equals(perspective.getElementId()))
                .findFirst();
    }
}
