package outpost.application.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspectiveStack;
import org.eclipse.e4.ui.workbench.modeling.EModelService;

/** The perspectives in the window: the one that it starts with, and those that the installed units brought. */
final class Perspectives {
    private static final String START = "outpost.perspective.start";
    /** Marks a perspective that stands before the work: no tab leads to it, and none away from it. */
    private static final String GATE = "gate";

    /** Marks the perspective that the state of the line leads to. */
    private static final String SYNC = "sync";

    /** Marks a perspective that is seldom needed: it comes after the others. */
    private static final String LAST = "last";

    private final MPerspectiveStack stack;

    Perspectives(MApplication application, EModelService models) {
        stack = (MPerspectiveStack) models.find("outpost.perspectives", application);
    }

    MPerspective start() {
        return stack.getChildren().stream()
                .filter(perspective -> START.equals(perspective.getElementId()))
                .findFirst()
                .orElseThrow();
    }

    /** Where work is done, in the order of the model but for those that come last. */
    List<MPerspective> ofWork() {
        return stack.getChildren().stream()
                .filter(perspective -> !START.equals(perspective.getElementId())
                        && !perspective.getTags().contains(GATE))
                .sorted(Comparator.comparing(
                        perspective -> perspective.getTags().contains(LAST)))
                .toList();
    }

    /** Where a person looks after the line; empty where no unit for that is installed. */
    Optional<MPerspective> ofSync() {
        return ofWork().stream()
                .filter(perspective -> perspective.getTags().contains(SYNC))
                .findFirst();
    }

    /** Where work begins; the start page if no unit brought a perspective. */
    MPerspective first() {
        return ofWork().stream().findFirst().orElseGet(this::start);
    }

    boolean isSelected(MPerspective perspective) {
        return stack.getSelectedElement() == perspective;
    }

    void select(MPerspective perspective) {
        stack.setSelectedElement(perspective);
    }
}
