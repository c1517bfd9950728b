package dev.harrier.kql.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.SourceSpan;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyntaxParserTest {

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            a[0]-1              ¦ a[0] - 1
            a--1                ¦ a - -1
            -  5                ¦ -5
            a-b                 ¦ a - b
            x between(1..5)     ¦ x between (1 .. 5)
            'a' "b" @'c'        ¦ "abc"
            h'x'                ¦ h"x"
            @'C:\\d''e'         ¦ "C:\\\\d'e"
            1.5h                ¦ timespan(01:30:00)
            1e3                 ¦ 1000.0
            0xFF                ¦ 255
            1.                  ¦ 1.0
            a.['b c'][0]        ¦ a.["b c"][0]
            ['a b']             ¦ ["a b"]
            datetime(2020-1-2)  ¦ datetime(2020-01-02T00:00:00.0000000Z)
            datetime()          ¦ now()
            long(null)          ¦ long(null)
            dynamic({'a':1d})   ¦ dynamic({"a": timespan(1.00:00:00)})
            (a or b) and c      ¦ (a or b) and c
            a or (b and c)      ¦ a or b and c
            a - (b - c) - d     ¦ a - (b - c) - d
            a <> 1              ¦ a != 1
            a !in~ ('x')        ¦ a !in~ ("x")
            1da                 ¦ ["1da"]
            toscalar(T | count) ¦ `toscalar(T
            | count )`
            """)
    void expressionsMeanWhatTheyShould(String written, String canonical) {
        ParsedQuery parsed = SyntaxParser.parse("print " + written);
        assertThat(parsed.diagnostics()).isEmpty();
        assertThat(SyntaxPrinter.print(parsed.query())).isEqualTo("print " + canonical);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            T | whare x                     ¦ KS176 1:5+5 'whare' is not an operator. Did you mean 'where'?
            T | project-awya x              ¦ KS176 1:5+12 'project-awya' is not an operator. Did you mean 'project-away'?
            T | where x = 1                 ¦ KS005 1:13+1 Expected |, ; or the end of the query, but found =. To compare two values, write ==.
            T | where a && b                ¦ KS005 1:13+1 Expected |, ; or the end of the query, but found &. To combine conditions, write and.
            T | where not a                 ¦ KS005 1:15+1 Expected |, ; or the end of the query, but found a. Negation is a function: not(…).
            T |                             ¦ KS176 1:4+0 Expected the name of an operator, but the query ends here.
            T | extend a = 1,               ¦ KS006 1:18+0 Expected an expression, but the query ends here.
            T | where x in 1                ¦ KS005 1:16+1 Expected (, but found 1.
            print 'abc                      ¦ KS001 1:7+4 This text literal is not closed.
            print first = 1                 ¦ KS228 1:7+5 The name 'first' must be written in brackets here: ['first'].
            print datetime('nonsense')      ¦ HA010 1:7+20 This is not a valid datetime literal.
            print int(99999999999)          ¦ HA010 1:7+16 This is not a valid int literal.
            print 99999999999999999999      ¦ HA010 1:7+20 This is not a valid long literal.
            f(T | take 1)                   ¦ KS005 1:5+1 A tabular argument with operators must be in parentheses of its own: f((…)).
            `print "😀", =`                  ¦ KS006 1:13+1 Expected an expression, but found =. To compare two values, write ==.
            """)
    void mistakesAreToldWhereTheyAre(String query, String expected) {
        assertThat(SyntaxParser.parse(query.strip()).diagnostics()).extracting(SyntaxParserTest::describe)
                .first().isEqualTo(expected);
    }

    private static String describe(Diagnostic diagnostic) {
        SourceSpan span = diagnostic.span();
        return diagnostic.code() + " " + span.line() + ":" + span.column() + "+" + span.length() + " "
                + diagnostic.message();
    }

    @Test
    void severalMistakesAreToldAtOnce() {
        List<Diagnostic> diagnostics = SyntaxParser.parse("T\n| where a = 1\n| foo\n| take 5 5").diagnostics();
        assertThat(diagnostics).extracting(diagnostic -> diagnostic.span().line()).contains(2);
        assertThat(diagnostics).isNotEmpty();
    }

    @Test
    void anOperatorWithAMistakeIsAGap() {
        ParsedQuery parsed = SyntaxParser.parse("let a = (; T | count");
        assertThat(parsed.hasErrors()).isTrue();
        assertThat(parsed.query().statements()).first().isInstanceOf(Statement.Let.class);
    }

    @Test
    void longChainsAreFlat() {
        String or = "T | where " + String.join(" or ", Collections.nCopies(10_000, "a == 1"));
        String plus = "print " + String.join(" + ", Collections.nCopies(10_000, "a"));
        assertThat(SyntaxParser.parse(or).hasErrors()).isFalse();
        assertThat(SyntaxParser.parse(plus).hasErrors()).isFalse();
        assertThat(SyntaxParser.parse("T" + " | take 1".repeat(10_000)).hasErrors()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "f(", "a[", "not("})
    void nestingIsLimitedAndNeverOverflows(String open) {
        String close = open.endsWith("[") ? "]" : ")";
        ParsedQuery most = SyntaxParser.parse("print " + open.repeat(500) + "1" + close.repeat(500));
        ParsedQuery tooDeep = SyntaxParser.parse("print " + open.repeat(501) + "1" + close.repeat(501));
        assertThat(most.diagnostics()).isEmpty();
        assertThat(tooDeep.diagnostics()).extracting(Diagnostic::code).containsExactly("HA002");
    }

    @Test
    void sizesAreLimited() {
        String items = String.join(",", Collections.nCopies(10_001, "1"));
        assertThat(SyntaxParser.parse("T | where x in (" + items + ")").diagnostics()).extracting(Diagnostic::code)
                .containsExactly("HA003");
        assertThat(SyntaxParser.parse("x".repeat(300_000)).diagnostics()).extracting(Diagnostic::code)
                .containsExactly("HA001");
    }

    @Test
    void nothingMakesTheParserThrow() throws Exception {
        Random random = new Random(7);
        String[] tokens = "( ) [ ] { } | ; , . = == where by on in let 'x' \" 1 * - : .. and union with ` \\"
                .split(" ");
        for (String query : SyntaxCorpus.own()) {
            for (int i = 0; i < 40; i++) {
                int from = random.nextInt(query.length());
                int to = Math.min(query.length(), from + random.nextInt(8));
                String mutant = query.substring(0, from) + " " + tokens[random.nextInt(tokens.length)] + " "
                        + query.substring(to);
                SyntaxPrinter.print(SyntaxParser.parse(mutant).query());
            }
        }
    }
}
