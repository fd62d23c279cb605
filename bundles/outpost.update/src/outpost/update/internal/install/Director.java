package outpost.update.internal.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outpost.protocol.Release;
import outpost.update.Refusal.Reason;
import outpost.update.internal.UpdateException;

/**
 * p2's director, run by the slot that it changes: a till in a folder finds itself wherever the folder lies. It sees one repository, on this disk, whose files
 * were verified before, and no other.
 */
public final class Director {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final int PROBLEM_CHARS = 500;

    private final Path work;

    /** @param work folder for its log */
    public Director(Path work) {
        this.work = work;
    }

    /**
     * Installs the release's units, each in place of the one of that name.
     *
     * @throws UpdateException if they do not fit with each other and with what is installed; the slot is of no use then
     */
    public void install(Path slot, Release release, Path repository) throws InterruptedException {
        Map<String, String> installed = Profile.of(slot).roots();
        List<String> leave = new ArrayList<>();
        List<String> take = new ArrayList<>();
        for (Release.Unit unit : release.units()) {
            String version = installed.get(unit.id());
            if (!unit.version().equals(version)) {
                take.add(unit.id() + "/" + unit.version());
                if (version != null) {
                    leave.add(unit.id() + "/" + version);
                }
            }
        }
        if (!take.isEmpty()) {
            run(slot, repository, leave, take);
        }
        new Bundles(slot).requireFiles();
        requireInstalled(slot, release);
    }

    private void run(Path slot, Path repository, List<String> leave, List<String> take) throws InterruptedException {
        Path log = work.resolve("director.log");
        List<String> arguments = new ArrayList<>(
                List.of("-consoleLog", "-repository", repository.toUri().toString()));
        if (!leave.isEmpty()) {
            arguments.addAll(List.of("-uninstallIU", String.join(",", leave)));
        }
        arguments.addAll(List.of("-installIU", String.join(",", take)));
        Optional<Integer> exit = new Program(slot, log, LIMIT)
                .run(List.of(platform(slot)), "org.eclipse.equinox.p2.director", arguments);
        if (exit.isEmpty() || exit.get() != 0) {
            throw new UpdateException(Reason.DOES_NOT_FIT, problem(log));
        }
    }

    /** Nothing of the till runs while it is changed. */
    private String platform(Path slot) {
        Path list = work.resolve("platform.info");
        try {
            Files.write(list, new Bundles(slot).platform());
        } catch (IOException e) {
            throw new UpdateException("Cannot write " + list, e);
        }
        return "-Dorg.eclipse.equinox.simpleconfigurator.configUrl=" + list.toUri();
    }

    private static void requireInstalled(Path slot, Release release) {
        Map<String, String> installed = Profile.of(slot).roots();
        for (Release.Unit unit : release.units()) {
            if (!unit.version().equals(installed.get(unit.id()))) {
                throw new UpdateException(Reason.INCOMPLETE, unit.id() + " " + unit.version());
            }
        }
    }

    private static String problem(Path log) {
        try {
            String problem = String.join(
                    " ",
                    Files.readAllLines(log).stream()
                            .map(String::strip)
                            .filter(line -> line.startsWith("Missing requirement")
                                    || line.startsWith("Cannot ")
                                    || line.startsWith("Only one of")
                                    || line.startsWith("No repository"))
                            .distinct()
                            .toList());
            String told = problem.isEmpty() ? "See " + log : problem;
            return told.substring(0, Math.min(PROBLEM_CHARS, told.length()));
        } catch (IOException e) {
            return "Its log cannot be read: " + e.getMessage();
        }
    }
}
