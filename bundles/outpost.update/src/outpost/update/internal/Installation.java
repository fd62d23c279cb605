package outpost.update.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import outpost.update.internal.slots.Disk;
import outpost.update.internal.slots.Home;
import outpost.update.internal.slots.Pointer;
import outpost.update.internal.slots.Slot;
import outpost.update.internal.trust.Publishers;

/** Makes a till that can be updated out of a till as it was built: the product becomes slot {@code a}. */
public final class Installation {
    private static final List<String> STARTERS = List.of("till", "till.bat");

    private Installation() {}

    /**
     * @param product as it was built
     * @param folder new, or without a till
     * @param keys of who may publish releases for this till, one in a line
     * @throws UpdateException if a till is there, or the keys are none, or the disk fails
     */
    public static Home make(Path product, Path folder, String keys) {
        Path starters = product.resolve("starter");
        if (!Files.isDirectory(starters)) {
            throw new UpdateException("There is no till of this version in " + product);
        }
        if (Files.exists(folder.resolve("state"))) {
            throw new UpdateException("There is a till in " + folder + " already.");
        }
        // Refuses what is no key before anything is written.
        new Publishers(keys);
        try {
            Path state = Files.createDirectories(folder.resolve("state"));
            // A link to a folder is not walked through.
            Disk.copy(product.toRealPath(), folder.resolve(Slot.A.folder()), Updater::isPartOfTill);
            for (String starter : STARTERS) {
                Disk.copy(starters.resolve(starter), folder.resolve(starter), file -> true);
            }
            Home home = Home.begun(folder);
            home.keep(Updater.KEYS, keys.strip());
            home.complete(Slot.A);
            home.point(Pointer.to(Slot.A));
            Disk.forceAll(state);
            return home;
        } catch (IOException e) {
            throw new UpdateException("The till cannot be installed in " + folder + ": " + e, e);
        }
    }
}
