package dev.harrier.kql.function;

import static dev.harrier.kql.type.ScalarType.BOOL;
import static dev.harrier.kql.type.ScalarType.DYNAMIC;

import dev.harrier.kql.expr.Kernel;
import dev.harrier.kql.expr.NullRule;
import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.expr.ResultType;
import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.Dynamics;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** {@code series_fill_…}: an array without its missing elements, which are null unless a placeholder is given. */
final class SeriesFillFunctions {
    private static final Parameter SERIES = Parameter.of("series", DYNAMIC);
    private static final Parameter PLACEHOLDER = Parameter.any("missing_value_placeholder").optional();

    private SeriesFillFunctions() {}

    static List<ScalarFunction> all() {
        return List.of(constant(),
                ScalarFunction.named("series_fill_forward")
                        .summary("Replaces missing elements by the one before; at the start they stay.")
                        .example("print series_fill_forward(dynamic([null, 1, null, 3]))", "[null,1,1,3]")
                        .signature(List.of(SERIES, PLACEHOLDER), ResultType.always(DYNAMIC), NullRule.HANDLED,
                                site -> kernel(site, 1, SeriesFillFunctions::forward))
                        .build(),
                ScalarFunction.named("series_fill_backward")
                        .summary("Replaces missing elements by the next one; at the end they stay.")
                        .example("print series_fill_backward(dynamic([null, 1, null, 3]))", "[1,1,3,3]")
                        .signature(List.of(SERIES, PLACEHOLDER), ResultType.always(DYNAMIC), NullRule.HANDLED,
                                site -> kernel(site, 1, SeriesFillFunctions::backward))
                        .build(),
                linear());
    }

    private interface Filling {
        List<Dynamic> apply(List<Dynamic> elements, Dynamic missing);
    }

    private static Dynamic value(Kernel.Site site, Object[] arguments, int position) {
        return position < arguments.length ? Dynamics.of(site.type(position), arguments[position]) : null;
    }

    private static Kernel kernel(Kernel.Site site, int placeholder, Filling filling) {
        return (Kernel.PerValue) arguments -> arguments[0] instanceof Dynamic.Array array
                ? ArrayFunctions.array(filling.apply(array.elements(), value(site, arguments, placeholder)))
                : null;
    }

    private static ScalarFunction constant() {
        return ScalarFunction.named("series_fill_const").summary("Replaces missing elements by a constant.")
                .example("print series_fill_const(dynamic([1, null, 3]), 0)", "[1,0,3]")
                .signature(List.of(SERIES, Parameter.any("constant_value"), PLACEHOLDER), ResultType.always(DYNAMIC),
                        NullRule.HANDLED, site -> (Kernel.PerValue) arguments -> {
                            Dynamic constant = value(site, arguments, 1);
                            return arguments[0] instanceof Dynamic.Array array
                                    ? filled(array.elements(), value(site, arguments, 2), constant)
                                    : null;
                        })
                .build();
    }

    private static Dynamic filled(List<Dynamic> elements, Dynamic missing, Dynamic constant) {
        List<Dynamic> filled = new ArrayList<>(elements.size());
        elements.forEach(element -> filled.add(Dynamics.equal(element, missing) ? constant : element));
        return ArrayFunctions.array(filled);
    }

    private static List<Dynamic> forward(List<Dynamic> elements, Dynamic missing) {
        List<Dynamic> filled = new ArrayList<>(elements.size());
        Dynamic last = missing;
        for (Dynamic element : elements) {
            last = Dynamics.equal(element, missing) ? last : element;
            filled.add(last);
        }
        return filled;
    }

    private static List<Dynamic> backward(List<Dynamic> elements, Dynamic missing) {
        return forward(elements.reversed(), missing).reversed();
    }

    private static ScalarFunction linear() {
        return ScalarFunction.named("series_fill_linear")
                .summary("Replaces missing elements by those on the line between their neighbours; at the edges by the"
                        + " nearest, unless that is switched off; all of them by a constant if none is there.")
                .example("print series_fill_linear(dynamic([null, 1.0, null, 4.0]))", "[1.0,1.0,2.5,4.0]")
                .signature(
                        List.of(SERIES, PLACEHOLDER, Parameter.of("fill_edges", BOOL).optional(),
                                Parameter.any("constant_value").optional()),
                        ResultType.always(DYNAMIC), NullRule.HANDLED, site -> (Kernel.PerValue) arguments -> {
                            boolean edges = arguments.length < 3 || !Boolean.FALSE.equals(arguments[2]);
                            Dynamic constant = arguments.length > 3 ? value(site, arguments, 3) : new Dynamic.Real(0);
                            return arguments[0] instanceof Dynamic.Array array
                                    ? linear(array.elements(), value(site, arguments, 1), edges, constant)
                                    : null;
                        })
                .build();
    }

    private static Dynamic linear(List<Dynamic> elements, Dynamic missing, boolean edges, Dynamic constant) {
        boolean[] known = new boolean[elements.size()];
        boolean whole = true;
        boolean any = false;
        for (int i = 0; i < known.length; i++) {
            Dynamic element = elements.get(i);
            known[i] = !Dynamics.equal(element, missing);
            if (known[i] && Dynamics.number(element) == null) {
                return null;
            }
            any |= known[i];
            whole &= !known[i] || Dynamics.scalarType(element) == ScalarType.LONG;
        }
        if (!any) {
            return ArrayFunctions.array(Collections.nCopies(known.length, constant));
        }
        List<Dynamic> filled = new ArrayList<>(elements);
        int before = -1;
        for (int i = 0; i < known.length; i++) {
            if (known[i]) {
                between(filled, before, i, whole, edges);
                before = i;
            }
        }
        between(filled, before, known.length, whole, edges);
        return ArrayFunctions.array(filled);
    }

    /** Fills the gap between two known positions, of which one may be beyond the edge. */
    private static void between(List<Dynamic> filled, int before, int after, boolean whole, boolean edges) {
        boolean edge = before < 0 || after == filled.size();
        for (int i = before + 1; i < after; i++) {
            if (!edge) {
                double start = Dynamics.number(filled.get(before)).doubleValue();
                double end = Dynamics.number(filled.get(after)).doubleValue();
                double value = start + (end - start) * (i - before) / (after - before);
                filled.set(i, whole ? new Dynamic.Int((long) value) : new Dynamic.Real(value));
            } else if (edges) {
                filled.set(i, filled.get(before < 0 ? after : before));
            }
        }
    }
}
