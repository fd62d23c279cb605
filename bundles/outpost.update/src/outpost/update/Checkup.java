package outpost.update;

import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What a technician looks at before anything is changed. Nothing here changes the till, and it may sell meanwhile. Every call waits for disk or network. */
@ProviderType
public interface Checkup {
    /** Sentences in English that name what is damaged in the database; none if it is whole. Reads all of it. */
    List<String> database();

    /** Goes the way to this till's cloud, some 10 seconds at most. */
    NetworkFinding network();

    /**
     * Writes logs, settings and what this program consists of into one zip file, with what looks like a secret blackened; keys and database are never in it.
     *
     * @param zip a new file in a folder that is there
     * @return how many files are in it
     * @throws java.io.UncheckedIOException if the file exists, or the disk fails; part of it may be there
     */
    int export(Path zip);
}
