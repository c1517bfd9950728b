package dev.harrier.kql.syntax;

import dev.harrier.kql.type.ScalarType;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes a syntax tree as query text in one canonical form, so that parsing the text gives the same tree but for the
 * spans. Trees with gaps (see {@link ParsedQuery}) are written with a {@code …} where the gap is.
 */
public final class SyntaxPrinter {
    private final StringBuilder text = new StringBuilder();
    private final ExpressionPrinter expressions = new ExpressionPrinter(this);
    private final OperatorPrinter operators = new OperatorPrinter(this, expressions);

    private SyntaxPrinter() {}

    /** The whole query, a statement per line. */
    public static String print(QuerySyntax query) {
        SyntaxPrinter printer = new SyntaxPrinter();
        printer.list(query.statements(), ";\n", printer::statement);
        return printer.text.toString();
    }

    /** One expression. */
    public static String print(ExpressionSyntax expression) {
        SyntaxPrinter printer = new SyntaxPrinter();
        printer.expressions.print(expression);
        return printer.text.toString();
    }

    SyntaxPrinter append(String part) {
        text.append(part);
        return this;
    }

    <T> void list(List<T> items, String separator, Consumer<T> print) {
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                append(separator);
            }
            print.accept(items.get(i));
        }
    }

    private void statement(Statement statement) {
        switch (statement) {
            case Statement.Let let -> {
                append("let ").name(let.name()).append(" = ");
                expressions.print(let.value());
            }
            case Statement.LetFunction let -> {
                append("let ").name(let.name()).append(" = ");
                function(let.function());
            }
            case Statement.SetOption set -> {
                append("set ").append(set.name().text());
                set.value().ifPresent(value -> {
                    append(" = ");
                    setting(value);
                });
            }
            case Statement.DeclareParameters declare -> {
                append("declare query_parameters ");
                parameters(declare.parameters());
            }
            case Statement.Query query -> pipeline(query.pipeline());
            case Statement.Refused refused -> append(switch (refused.name().text()) {
                case "alias" -> "alias database";
                case "restrict" -> "restrict access";
                default -> refused.name().text();
            });
        }
    }

    private void function(FunctionSyntax function) {
        if (function.view()) {
            append("view ");
        }
        parameters(function.parameters());
        append(" {\n");
        for (Statement statement : function.statements()) {
            statement(statement);
            append(";\n");
        }
        function.body().ifPresent(expressions::print);
        append("\n}");
    }

    void parameters(List<ParameterSyntax> parameters) {
        append("(");
        list(parameters, ", ", this::parameter);
        append(")");
    }

    private void parameter(ParameterSyntax parameter) {
        name(parameter.name()).append(": ");
        switch (parameter) {
            case ParameterSyntax.Scalar scalar -> {
                append(scalar.type().keyword());
                scalar.defaultValue().ifPresent(value -> {
                    append(" = ");
                    expressions.print(value);
                });
            }
            case ParameterSyntax.Table table -> {
                append("(").append(table.anyColumns() ? "*" : "");
                columns(table.columns());
                append(")");
            }
        }
    }

    void columns(List<ColumnDeclaration> columns) {
        list(columns, ", ", column -> typed(column.name(), column.type()));
    }

    void typed(Name name, ScalarType type) {
        name(name).append(": ").append(type.keyword());
    }

    SyntaxPrinter name(Name name) {
        return append(Names.written(name.text()));
    }

    void pipeline(Pipeline pipeline) {
        source(pipeline.source());
        operators(pipeline.operators());
    }

    private void operators(List<OperatorSyntax> chain) {
        for (OperatorSyntax operator : chain) {
            append("\n| ");
            operators.print(operator);
        }
    }

    void chain(OperatorChain chain) {
        append("(");
        list(chain.operators(), "\n| ", operators::print);
        append(")");
    }

    /** A leg of a union or a side of a join: in parentheses if it is more than a name or a call. */
    void side(Pipeline side) {
        boolean simple = side.operators().isEmpty() && switch (side.source()) {
            case SourceSyntax.Named _,SourceSyntax.Wildcard _,SourceSyntax.FunctionCall _,SourceSyntax.Qualified _ ->
                true;
            case SourceSyntax.Parenthesised _,SourceSyntax.Datatable _,SourceSyntax.Print _,SourceSyntax.Range _,SourceSyntax.ExternalData _,SourceSyntax.Leading _,SourceSyntax.Scalar _,SourceSyntax.Missing _ ->
                false;
        };
        if (simple) {
            source(side.source());
            return;
        }
        append("(");
        pipeline(side);
        append(")");
    }

    void source(SourceSyntax source) {
        switch (source) {
            case SourceSyntax.Named named -> name(named.name());
            case SourceSyntax.Wildcard wildcard -> append(wildcard.pattern().text());
            case SourceSyntax.FunctionCall call -> expressions.print(call.call());
            case SourceSyntax.Qualified qualified -> expressions.print(qualified.path());
            case SourceSyntax.Parenthesised inner -> {
                append("(");
                pipeline(inner.pipeline());
                append(")");
            }
            case SourceSyntax.Datatable table -> {
                append("datatable (");
                columns(table.columns());
                append(") [");
                list(table.values(), ", ", expressions::print);
                append("]");
            }
            case SourceSyntax.Print print -> {
                append("print ");
                expressions.named(print.columns());
            }
            case SourceSyntax.Range range -> range(range);
            case SourceSyntax.ExternalData external -> externalData(external);
            case SourceSyntax.Leading leading -> operators.print(leading.operator());
            case SourceSyntax.Scalar scalar -> expressions.print(scalar.value());
            case SourceSyntax.Missing _ -> append("…");
        }
    }

    private void range(SourceSyntax.Range range) {
        append("range ").name(range.column()).append(" from ");
        expressions.print(range.from());
        append(" to ");
        expressions.print(range.to());
        append(" step ");
        expressions.print(range.step());
    }

    private void externalData(SourceSyntax.ExternalData external) {
        append("externaldata (");
        columns(external.columns());
        append(") [");
        list(external.locations(), ", ", expressions::print);
        append("]");
        if (!external.properties().isEmpty()) {
            append(" with (");
            list(external.properties(), ", ", this::setting);
            append(")");
        }
    }

    void settings(List<Setting> settings) {
        for (Setting setting : settings) {
            setting(setting);
            append(" ");
        }
    }

    void setting(Setting setting) {
        append(setting.name().text()).append("=");
        setting(setting.value());
    }

    /** A bare word stays bare here, whatever it means elsewhere. */
    private void setting(ExpressionSyntax value) {
        if (value instanceof ExpressionSyntax.NameReference word) {
            append(Names.isPlain(word.name()) || word.name().contains(".")
                    ? word.name()
                    : Names.bracketed(word.name()));
        } else {
            expressions.print(value);
        }
    }
}
