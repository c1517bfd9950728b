package dev.harrier.kql.bind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a query: code and place. */
class DiagnosticsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
            T | where nosuch == 1                                  > KS142 nosuch
            T | where K == 'x'                                     > KS142 K
            Nope | take 1                                          > KS204 Nope
            T | extend y = foo(a)                                  > KS211 foo
            T | extend y = strlen()                                > KS119 strlen
            T | extend y = strlen(a)                               > KS141 a
            T | where a has 'x'                                    > KS106 has
            T | where a                                            > KS141 a
            T | where b + 1 == 2                                   > KS106 +
            T | where t == 'nonsense'                              > KS106 ==
            T | where d.x == d.y                                   > KS106 ==
            T | where U == 1                                       > KS108 U
            T | where sum(a)                                       > KS144 sum
            T | project a, a                                       > KS171 a
            T | extend x = 1, x = 2                                > KS171 x
            T | extend x = 1, y = x                                > KS142 x
            T | project-away nosuch*                               > KS142 nosuch*
            T | summarize a by b                                   > KS236 a
            T | summarize count() by d                             > KS116 d
            T | sort by d.x                                        > KS116 d.x
            T | distinct *                                         > KS116 *
            T | take -1                                            > HA102 -1
            T | take 'x'                                           > KS134 'x'
            T | join kind=foo U on k                               > KS005 foo
            T | join U on nosuch                                   > KS142 nosuch
            T | join U on $left.a == $right.k                      > KS242 $left.a == $right.k
            T | join T on d                                        > KS241 d
            T | mv-expand a                                        > KS141 a
            T | extend prev(a)                                     > HA103 prev
            T | project iff(f, 1, 2.5)                             > KS232 iff
            T | where b matches regex '('                          > HA102 '('
            T | render foo                                         > KS005 foo
            print 9223372036854775807 + 1                          > HA102 +
            datatable(a:long, b:string)[1, 'a', 2]                 > KS173 datatable(a:long, b:string)[1, 'a', 2]
            let x = 1; let x = 2; print x                          > KS201 x
            let g = (n:long) { g(n) }; print g(1)                  > KS211 g
            let g = (X:(nosuch:long)) { X }; g(T)                  > KS249 T
            let g = (X:(a:long)) { X | where k == '' }; g(T)       > KS142 k
            let g = (n:long) { n }; print g()                      > KS119 g
            let g = (n:long) { n + nosuch }; T                     > KS142 nosuch
            let g = (X:(a:long)) { X | where strlen() == 0 }; T    > KS119 strlen
            T | evaluate bag_unpak(d)                              > KS124 bag_unpak
            T | join kind=iner U on k                              > KS005 iner
            T | extend y = geo_point_to_s2cell(1, 2)               > NotSupported geo_point_to_s2cell
            T | evaluate python(typeof(*), 'x')                    > NotSupported python
            T | evaluate nosuch(d)                                 > KS124 nosuch
            workspace('x').T                                       > KS204 'x'
            """)
    void nameTheCodeAndThePlace(String query, String error) {
        assertThat(Bindings.errors(query)).containsExactly(error);
    }

    @Test
    void areAllSaidOnceAndInOrder() {
        assertThat(Bindings.errors("T | where x1 == 1 | extend y = x1 + x2 | project y, q | where y > 1 | sort by z"))
                .containsExactly("KS142 x1", "KS142 x1", "KS142 x2", "KS142 q", "KS142 z");
    }

    /** Of its arguments nothing is known, and what is missing hurts nobody. */
    @Test
    void ofAFunctionThatNobodyCallsAreOnlyWhatIsSurelyWrong() {
        assertThat(Bindings.errors("let f = (X:(*), n:long) { X | where a > n | take n }; T")).isEmpty();
        assertThat(Bindings.errors("let f = () { Nope | where a > 1 }; T")).isEmpty();
        assertThat(Bindings.errors("let f = (s:string) { toscalar(T | where b == s | count) }; T")).isEmpty();
    }

    @Test
    void ofWhatIsRefusedSayWhatToUseInstead() {
        assertThat(Bindings.bind("T | evaluate python(typeof(*), 'x')").diagnostics().getFirst().message())
                .isEqualTo("the plugin 'python' is not supported: queries run no code of other languages; use the "
                        + "functions of the language");
        assertThat(Bindings.bind("T | make-graph a --> b").diagnostics().getFirst().message())
                .isEqualTo("the operator 'make-graph' is not supported: join the tables that hold the nodes and the "
                        + "edges");
    }

    @Test
    void ofEveryOfficialNameThatIsNotThereAreRefusals() {
        for (String name : OfficialNames.of(OfficialNames.Kind.FUNCTION)) {
            assertThat(Bindings.errors("T | extend y = " + name + "()")).as(name)
                    .noneMatch(error -> error.startsWith(Codes.UNKNOWN_FUNCTION));
        }
        for (String name : OfficialNames.of(OfficialNames.Kind.PLUGIN)) {
            assertThat(Bindings.errors("T | evaluate " + name + "()")).as(name)
                    .noneMatch(error -> error.startsWith(Codes.UNKNOWN_PLUGIN));
        }
    }

    @Test
    void suggestWhatMayBeMeant() {
        assertThat(Bindings.bind("let aFunction = 1; T | where aFuntion == 1 and K == ''").diagnostics()
                .stream()
                .map(diagnostic -> diagnostic.fixes()))
                .containsExactly(List.of("aFunction"), List.of("k"));
    }

    @Test
    void aTableThatIsMissingIsOnlyAWarningInAFuzzyUnion() {
        BoundQuery query = Bindings
                .bind("let g = (n:string) { table(n) | take 1 }; let x = g('Nope'); union isfuzzy=true x, g('T')");
        assertThat(query.hasErrors()).isFalse();
        assertThat(query.diagnostics()).extracting(diagnostic -> diagnostic.code()).containsExactly("KS205");
        assertThat(Bindings.errors("union isfuzzy=true Nope")).containsExactly("HA108 union isfuzzy=true Nope");
    }

    @Test
    void growthIsBounded() {
        StringBuilder doubling = new StringBuilder("let x0 = T; ");
        for (int i = 1; i <= 40; i++) {
            doubling.append("let x" + i + " = union x" + (i - 1) + ", x" + (i - 1) + "; ");
        }
        assertThat(Bindings.errors(doubling + "x40 | count")).singleElement().asString().startsWith("HA101");
        StringBuilder sums = new StringBuilder("let y0 = toscalar(T | count); ");
        for (int i = 1; i <= 40; i++) {
            sums.append("let y" + i + " = y" + (i - 1) + " + y" + (i - 1) + "; ");
        }
        assertThat(Bindings.errors(sums + "print y40")).singleElement().asString().startsWith("HA101");
    }
}
