package dev.harrier.kql.analyser;

import dev.harrier.kql.Validation;
import dev.harrier.kql.type.Diagnostic;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is made of a query.
 *
 * @param errors as {@code code@start+length}; empty if it is accepted
 * @param tables of an accepted query, one per result, each as {@code name:type|name:type}; with {@code *} before it where
 *            more columns may come
 */
record Judgement(List<String> errors, List<String> tables) {

    boolean isAccepted() {
        return errors.isEmpty();
    }

    /** Whether it is refused because something is not supported, which says nothing of the query itself. */
    boolean isRefused() {
        return errors.stream().anyMatch(error -> error.startsWith(Diagnostic.NOT_SUPPORTED));
    }

    static Judgement of(Validation validation) {
        List<String> errors = validation.diagnostics().stream().filter(Diagnostic::isError)
                .map(error -> error.code() + "@" + error.span().start() + "+" + error.span().length()).toList();
        List<String> tables = validation.results().stream().map(result -> result.schema().columns().stream()
                .map(column -> column.name() + ":" + column.type().keyword()).collect(Collectors.joining("|")))
                .toList();
        return new Judgement(errors, tables);
    }

    /** In what way this one, ours, differs from the analyser's; empty if it does not. */
    String differenceFrom(Judgement analyser) {
        if (isAccepted() != analyser.isAccepted()) {
            return isAccepted() ? "accepted, rejected by the analyser" : "rejected, accepted by the analyser";
        }
        if (!isAccepted()) {
            return "";
        }
        if (tables.size() != analyser.tables.size()) {
            return "results";
        }
        for (int i = 0; i < tables.size(); i++) {
            String theirs = analyser.tables.get(i);
            if (!theirs.startsWith("*") && !theirs.equals(tables.get(i))) {
                return names(theirs).equals(names(tables.get(i))) ? "types" : "names";
            }
        }
        return "";
    }

    private static List<String> names(String table) {
        return List.of(table.replaceAll(":[a-z]+(?=\\||$)", "").split("\\|"));
    }
}
