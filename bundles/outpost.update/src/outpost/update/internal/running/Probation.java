package outpost.update.internal.running;

import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.sales.Sales;
import outpost.update.internal.UpdateException;
import outpost.update.internal.Updater;
import outpost.update.internal.rehearsal.Framework;

/**
 * Says that an updated till works, once its window is there, all its bundles have started, its store is open and it could sell; a sale was rehearsed before it
 * was ever started. As long as nobody says so, the starter waits for a while, and then starts the slot that worked before.
 */
@Component(property = EventConstants.EVENT_TOPIC + "=org/eclipse/e4/ui/LifeCycle/appStartupComplete")
public final class Probation implements EventHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Probation.class);

    private final BundleContext bundles;
    private final OwnHome home;

    /** @param sales are not asked for anything: a till that has none has not passed */
    @Activate
    public Probation(BundleContext bundles, @Reference OwnHome home, @Reference Sales sales) {
        this.bundles = bundles;
        this.home = home;
    }

    @Override
    public void handleEvent(Event windowIsShown) {
        home.updater().filter(updater -> updater.home().pointer().isOnTrial()).ifPresent(this::judge);
    }

    private void judge(Updater updater) {
        Optional<String> problem = new Framework(bundles).problem();
        if (problem.isPresent()) {
            LOG.error("The updated till has not passed: {}", problem.get());
            return;
        }
        try {
            updater.confirm();
            LOG.info("The updated till works: {}", home.release().orElse(""));
        } catch (UpdateException e) {
            // A disk that cannot be written now gives the starter its answer: it goes back.
            LOG.error("The updated till cannot say that it works", e);
        }
    }
}
