package outpost.application.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.services.contributions.IContributionFactory;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.core.services.nls.ILocaleChangeService;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimBar;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimElement;
import org.eclipse.e4.ui.model.application.ui.menu.MToolControl;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.osgi.service.event.EventHandler;
import outpost.outbox.Outbox;
import outpost.outbox.Terminal;
import outpost.protocol.SyncStatus;
import outpost.protocol.Synchroniser;
import outpost.store.LocalChoices;
import outpost.store.Store;
import outpost.widgets.Look;
import outpost.widgets.Scanner;
import outpost.widgets.Shortcuts;
import outpost.widgets.Style;

/** The bar above all perspectives: which shop and lane this is, where to go, how the line is, and what time it is. */
public final class TopBar {
    /** Comes and goes with its unit, also while the till is running. */
    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    private volatile Synchroniser synchroniser;

    private final EventHandler perspectiveSelected = event -> refresh();
    private IEventBroker broker;
    private Perspectives perspectives;
    private Optional<Terminal> terminal = Optional.empty();
    private TopBarView view;
    private Optional<Indicator> indicator = Optional.empty();
    private Optional<StatusWatch> watch = Optional.empty();

    @PostConstruct
    void create(
            Composite parent,
            MApplication application,
            EModelService models,
            EPartService parts,
            IEventBroker eventBroker,
            IEclipseContext context,
            IContributionFactory factory,
            ILocaleChangeService localeChange,
            Appearance appearance,
            @org.eclipse.e4.core.di.annotations.Optional Terminal knownTerminal,
            @org.eclipse.e4.core.di.annotations.Optional Outbox outbox,
            @org.eclipse.e4.core.di.annotations.Optional Store store,
            @org.eclipse.e4.core.di.annotations.Optional LocalChoices choices) {
        perspectives = new Perspectives(application, models);
        terminal = Optional.ofNullable(knownTerminal);
        Look look = appearance.look();
        look.onChange(parent, () -> localeChange.changeApplicationLocale(look.locale()));
        Style.classes(parent, "bar");
        GridLayout two = new GridLayout(2, false);
        two.marginWidth = 0;
        two.marginHeight = 0;
        two.horizontalSpacing = 0;
        parent.setLayout(two);
        Composite own = Style.classes(new Composite(parent, SWT.NONE), "bar");
        own.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        own.setLayout(new FillLayout());
        look.fill(own, () -> {
            view = view(own, parts, appearance);
            refresh();
            return view;
        });
        Shortcuts.listen(parent.getShell());
        if (choices != null) {
            Scanner.of(parent.getShell())
                    .setPrefix(choices.text("scanner.prefix").orElse(""));
        }
        Display display = parent.getDisplay();
        watch = Optional.ofNullable(outbox)
                .map(present -> new StatusWatch(
                        this::status, present, look.messages(WindowMessages.class), seen -> show(display, seen)));
        broker = eventBroker;
        broker.subscribe(UIEvents.ElementContainer.TOPIC_SELECTEDELEMENT, perspectiveSelected);
        if (store != null && choices != null) {
            new DamageNotice(store, choices, look.messages(WindowMessages.class)).openOver(parent.getShell());
        }
        items(parent, (MTrimBar) models.find("outpost.bar.items", application), context, factory);
    }

    @PreDestroy
    void close() {
        broker.unsubscribe(perspectiveSelected);
        watch.ifPresent(StatusWatch::close);
    }

    /** Makes what the installed units put into the bar, each in a place of its own. */
    private static void items(Composite parent, MTrimBar items, IEclipseContext context, IContributionFactory factory) {
        for (MTrimElement item : items.getChildren()) {
            if (item instanceof MToolControl control) {
                Composite place = Style.classes(new Composite(parent, SWT.NONE), "bar");
                place.setLayoutData(new GridData(SWT.RIGHT, SWT.FILL, false, true));
                IEclipseContext own = context.createChild(control.getElementId());
                own.set(Composite.class, place);
                control.setObject(factory.create(control.getContributionURI(), own));
                // What only lives with the bar and shows nothing in it takes no room.
                ((GridData) place.getLayoutData()).exclude = place.getChildren().length == 0;
            }
        }
        ((GridLayout) parent.getLayout()).numColumns = parent.getChildren().length;
    }

    private TopBarView view(Composite parent, EPartService parts, Appearance appearance) {
        List<MPerspective> work = perspectives.ofWork();
        return new TopBarView(
                parent,
                work.stream().map(MPerspective::getLocalizedLabel).toList(),
                place -> parts.switchPerspective(work.get(place)),
                () -> perspectives.ofSync().ifPresent(parts::switchPerspective),
                () -> SettingsWindow.open(parent.getShell(), appearance),
                Clock.systemDefaultZone(),
                appearance.look().locale());
    }

    private void show(Display display, Indicator seen) {
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                indicator = Optional.of(seen);
                view.show(seen);
            });
        }
    }

    private void refresh() {
        List<MPerspective> work = perspectives.ofWork();
        int selected = -1;
        for (int place = 0; place < work.size(); place++) {
            selected = perspectives.isSelected(work.get(place)) ? place : selected;
        }
        String shop = terminal.flatMap(Terminal::identity)
                .map(identity -> identity.enrolment().branchName() + "  ·  "
                        + identity.enrolment().terminalName())
                .orElse("");
        view.show(shop, selected >= 0, selected);
        indicator.ifPresent(view::show);
    }

    private Optional<SyncStatus> status() {
        return Optional.ofNullable(synchroniser).map(Synchroniser::status);
    }
}
