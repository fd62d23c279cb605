package outpost.application.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.store.LocalChoices;
import outpost.store.Store;

/** Tells, until a person has read it, that this till's database was damaged and what has become of it. */
final class DamageNotice {
    private static final Logger LOG = LoggerFactory.getLogger(DamageNotice.class);
    /** How many damaged files people have read of. */
    private static final String READ = "damage.read";

    private final Store store;
    private final LocalChoices choices;
    private final WindowMessages messages;

    DamageNotice(Store store, LocalChoices choices, WindowMessages messages) {
        this.store = store;
        this.choices = choices;
        this.messages = messages;
    }

    /** Waits until that window is in use: it would take the keys away from one that came before it. */
    void openOver(Shell window) {
        Listener[] once = new Listener[1];
        once[0] = event -> {
            window.removeListener(SWT.Activate, once[0]);
            window.getDisplay().asyncExec(() -> unread().ifPresent(folder -> NoticeWindow.open(
                    window, messages.damaged(folder.toString()), "damage", messages.done(), this::keepRead)));
        };
        window.addListener(SWT.Activate, once[0]);
    }

    /** The last one that nobody has read of. */
    private Optional<Path> unread() {
        List<Path> folders = store.setAside();
        return folders.size() > choices.number(READ, 0, 0, Integer.MAX_VALUE)
                ? Optional.of(folders.get(folders.size() - 1))
                : Optional.empty();
    }

    private void keepRead() {
        String read = Integer.toString(store.setAside().size());
        CompletableFuture.runAsync(() -> choices.keep(READ, read)).exceptionally(failure -> {
            LOG.warn("That a notice was read is not kept; it comes again at the next start", failure);
            return null;
        });
    }
}
