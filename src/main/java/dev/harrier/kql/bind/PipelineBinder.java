package dev.harrier.kql.bind;

import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.syntax.Pipeline;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.SourceSpan;
import java.util.List;
import java.util.Optional;

/** Binds a source and the operators after it, one by one. */
final class PipelineBinder {
    private final BindContext context;

    PipelineBinder(BindContext context) {
        this.context = context;
    }

    Rows bind(Pipeline pipeline) {
        Rows source = context.sources().bind(pipeline.source());
        return isTooMuch(source, pipeline.source().span())
                ? Rows.unknown(pipeline.source().span())
                : operators(source, pipeline.operators());
    }

    /** The tables of a query: one, unless its last operator gives several. */
    List<BranchingOperator.Branch> branches(Pipeline pipeline) {
        if (pipeline.operators().isEmpty() || branching(pipeline.operators().getLast()).isEmpty()) {
            return List.of(new BranchingOperator.Branch(Optional.empty(), bind(pipeline)));
        }
        OperatorSyntax last = pipeline.operators().getLast();
        List<OperatorSyntax> before = pipeline.operators().subList(0, pipeline.operators().size() - 1);
        Rows input = operators(context.sources().bind(pipeline.source()), before);
        return branching(last).orElseThrow().branches(last, input, context);
    }

    private <S extends OperatorSyntax> Optional<BranchingOperator<S>> branching(S syntax) {
        return context.operators().find(syntax).filter(BranchingOperator.class::isInstance)
                .map(operator -> (BranchingOperator<S>) operator);
    }

    Rows operators(Rows source, List<OperatorSyntax> operators) {
        Rows rows = source;
        for (OperatorSyntax operator : operators) {
            if (!context.step(operator.span()) || tooLarge(rows, operator)) {
                return Rows.unknown(operator.span());
            }
            rows = operator(operator, rows);
        }
        return rows;
    }

    private boolean tooLarge(Rows rows, OperatorSyntax operator) {
        int longest = context.environment().limits().chain();
        if (rows.depth() >= longest) {
            context.report(Diagnostic.error(Codes.TOO_LARGE, operator.span(),
                    "more than " + longest + " operators in a row, those of tables in 'let' included"));
            return true;
        }
        return isTooMuch(rows, operator.span());
    }

    private boolean isTooMuch(Rows rows, SourceSpan span) {
        int most = context.environment().limits().steps();
        if (rows.size() < most) {
            return false;
        }
        context.report(Diagnostic.error(Codes.TOO_LARGE, span,
                "the query grows to more than " + most + " steps, since its tables use each other"));
        return true;
    }

    private <S extends OperatorSyntax> Rows operator(S syntax, Rows input) {
        Optional<TabularOperator<S>> operator = context.operators().find(syntax);
        if (operator.isEmpty()) {
            OperatorNames.refuse(syntax, context);
            return Rows.unknown(syntax.span());
        }
        return operator.get().bind(syntax, input, context);
    }
}
