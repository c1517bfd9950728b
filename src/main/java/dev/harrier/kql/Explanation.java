package dev.harrier.kql;

import java.util.List;

/**
 * How a query would be answered. Subqueries are shown with the step that needs them; since their values are not known
 * before they run, what depends on them is shown as it stands before.
 *
 * @param results one per table of the answer
 */
public record Explanation(List<Result> results) {

    /**
     * The way to one table.
     *
     * @param logicalPlan the query as bound and rewritten, one step per line
     * @param executedPlan what is left to do here, above the scans
     * @param scans what storages are asked
     * @param notes what stays here and why, one sentence each
     */
    public record Result(String name, String logicalPlan, String executedPlan, List<Scan> scans, List<String> notes) {
        public Result {
            scans = List.copyOf(scans);
            notes = List.copyOf(notes);
        }
    }

    /**
     * One scan.
     *
     * @param requests as the storage would send them
     */
    public record Scan(String table, List<String> requests) {
        public Scan {
            requests = List.copyOf(requests);
        }
    }

    public Explanation {
        results = List.copyOf(results);
    }
}
