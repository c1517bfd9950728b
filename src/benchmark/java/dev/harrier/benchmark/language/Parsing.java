package dev.harrier.benchmark.language;

import dev.harrier.kql.KqlEngine;
import dev.harrier.kql.QueryOptions;
import dev.harrier.kql.Validation;
import dev.harrier.kql.syntax.ParsedQuery;
import dev.harrier.kql.syntax.SyntaxParser;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Parsing alone, and parsing with binding, when warm. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class Parsing {
    /** What is parsed. */
    @Param({"rule", "iff 320", "or 10000", "+ 10000"})
    public String text;

    private final KqlEngine engine = new KqlEngine(new SignInTables());
    private String query;

    /** Makes the text, and sees that it is right. */
    @Setup
    public void prepare() {
        query = switch (text) {
            case "rule" -> Texts.RULE;
            case "iff 320" -> Texts.nested(320);
            case "or 10000" -> Texts.chain("or", 10_000);
            default -> Texts.chain("+", 10_000);
        };
        Validation validation = engine.validate(query, QueryOptions.DEFAULT);
        if (validation.results().isEmpty()) {
            throw new IllegalStateException(validation.diagnostics().toString());
        }
    }

    /** The text as a tree. */
    @Benchmark
    public ParsedQuery parse() {
        return SyntaxParser.parse(query);
    }

    /** The text as a plan. */
    @Benchmark
    public Validation parseAndBind() {
        return engine.validate(query, QueryOptions.DEFAULT);
    }
}
