package dev.harrier.kql.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.kql.syntax.grammar.Kql;
import dev.harrier.kql.syntax.grammar.KqlTokens;
import dev.harrier.kql.type.SourceSpan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.atn.DecisionInfo;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.junit.jupiter.api.Test;

class SyntaxCorpusTest {

    @Test
    void everyQueryParses() throws IOException {
        for (String query : SyntaxCorpus.all()) {
            assertThat(SyntaxParser.parse(query).diagnostics()).as(query).isEmpty();
        }
    }

    @Test
    void whatIsPrintedParsesToTheSameTree() throws IOException {
        for (String query : SyntaxCorpus.all()) {
            QuerySyntax first = SyntaxParser.parse(query).query();
            String printed = SyntaxPrinter.print(first);
            ParsedQuery second = SyntaxParser.parse(printed);
            assertThat(second.diagnostics()).as(printed).isEmpty();
            assertThat(SyntaxPrinter.print(second.query())).isEqualTo(printed);
            if (first.statements().stream().noneMatch(Statement.Refused.class::isInstance)) {
                assertThat(second.query()).as(printed).usingRecursiveComparison()
                        .withEqualsForType(Double::equals, Double.class)
                        .ignoringFieldsOfTypes(SourceSpan.class).isEqualTo(first);
            }
        }
    }

    @Test
    void noDecisionIsAmbiguousOrNeedsTheFullContext() throws IOException {
        List<String> trouble = new ArrayList<>();
        for (String query : SyntaxCorpus.all()) {
            Kql parser = new Kql(new CommonTokenStream(new KqlTokens(new TextStream(query))));
            parser.setProfile(true);
            parser.getInterpreter().setPredictionMode(PredictionMode.LL);
            parser.query();
            for (DecisionInfo decision : parser.getParseInfo().getDecisionInfo()) {
                if (decision.LL_Fallback > 0 || !decision.ambiguities.isEmpty()) {
                    int rule = parser.getATN().getDecisionState(decision.decision).ruleIndex;
                    trouble.add(parser.getRuleNames()[rule] + " in: " + query);
                }
            }
        }
        assertThat(trouble).isEmpty();
    }
}
