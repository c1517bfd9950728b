package dev.harrier.kql.type;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsTest {

    @Test
    void splitsAtEverythingThatIsNotALetterOrDigit() {
        assertThat(Terms.of("alpha_beta-1.2.3 ПриветМир d'or\tx😀y")).containsExactly("alpha", "beta", "1", "2", "3",
                "ПриветМир", "d", "or", "x", "y");
        assertThat(Terms.of("")).isEmpty();
        assertThat(Terms.of("__")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {"alpha_beta,alpha,true", "alphabeta,alpha,false",
            "ПриветМир,привет,false",
            "МИР привет,мир,true", "1.2.3,2.3,true", "1_2_3,2.3,false", "11.2.3,1.2,false", "a b,` `,true",
            "a\tb,` `,false",
            "anything,``,true", "``,``,true", "CAFÉ RÉSUMÉ,café,true", "cafe,café,false", "foo\\bar,bar,true",
            "catcat cat,cat,true", "x.a,.a,true", "xa.,a.,false", "word1+word2,word2,true"})
    void has(String text, String needle, boolean expected) {
        assertThat(Terms.has(text, needle, false)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {"Hello World,hello,true,true", "category,cat,true,false",
            "scatter,cat,false,false",
            "end.,end,true,true", "the end,end,true,true", "ending,end,true,false", "bend,end,false,true",
            "alpha_beta,bet,true,false"})
    void prefixesAndSuffixesArePerTerm(String text, String needle, boolean prefix, boolean suffix) {
        assertThat(Terms.hasPrefix(text, needle, false)).isEqualTo(prefix);
        assertThat(Terms.hasSuffix(text, needle, false)).isEqualTo(suffix);
    }

    @Test
    void honoursCaseOnRequest() {
        assertThat(Terms.has("The.Quick.Brown", "Quick", true)).isTrue();
        assertThat(Terms.has("quick brown", "Quick", true)).isFalse();
    }
}
