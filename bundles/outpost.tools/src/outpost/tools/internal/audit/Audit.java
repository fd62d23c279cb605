package outpost.tools.internal.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import outpost.tools.internal.audit.Results.Ending;

/** Holds the promises, the tests that carry their ids, and the tests' last results to each other. */
final class Audit {
    private final List<TaggedTest> tests;
    private final Optional<Results> results;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    /**
     * A promise and how it stands.
     *
     * @param tests how many carry its id
     * @param runs how often these ran; a test with parameters runs several times
     */
    record Row(Criterion criterion, long tests, long runs, boolean good) {}

    /** @param results empty where only page and tests are to be compared */
    Audit(List<Criterion> criteria, List<TaggedTest> tests, Optional<Results> results) {
        this.tests = tests;
        this.results = results;
        criteria.forEach(this::look);
        List<String> ids = criteria.stream().map(Criterion::id).toList();
        tests.stream()
                .filter(test -> !ids.contains(test.id()))
                .forEach(test -> faults.add(test + " carries " + test.id() + ", which the page does not have"));
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }

    /** What does not fit, a sentence each. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    private void look(Criterion criterion) {
        List<TaggedTest> carrying =
                tests.stream().filter(test -> test.id().equals(criterion.id())).toList();
        int before = faults.size();
        if (carrying.isEmpty()) {
            faults.add(criterion.id() + " has no test");
        }
        long runs = results.map(known -> carrying.stream()
                        .mapToLong(test -> runs(criterion, test, known))
                        .sum())
                .orElse(0L);
        rows.add(new Row(criterion, carrying.size(), runs, faults.size() == before));
    }

    private long runs(Criterion criterion, TaggedTest test, Results known) {
        List<Ending> endings = known.of(test);
        if (endings.isEmpty()) {
            faults.add(criterion.id() + ": " + test + " did not run");
        }
        endings.stream()
                .filter(ending -> ending != Ending.PASSED)
                .distinct()
                .forEach(ending -> faults.add(
                        criterion.id() + ": " + test + (ending == Ending.FAILED ? " has failed" : " was skipped")));
        return endings.size();
    }
}
