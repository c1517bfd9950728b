package dev.harrier.kql.type;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseFoldingTest {

    @ParameterizedTest
    @CsvSource({"É, é, true", "Straße, straße, true", "Straße, STRASSE, false", "café, cafe, false",
            "ПРИВЕТ, привет, true",
            "ＦＵＬＬ, full, false", "ＦＵＬＬ, ｆｕｌｌ, true", "ı, I, false", "İ, i, false", "Σ, ς, true", "K, k, true",
            "𐐀, 𐐨, true", "a𐐀, a𐐁, false"})
    void foldsOneCharacterToOne(String left, String right, boolean expected) {
        assertThat(CaseFolding.equalsIgnoreCase(left, right)).isEqualTo(expected);
        assertThat(CaseFolding.fold(left).equals(CaseFolding.fold(right))).isEqualTo(expected);
    }

    @Test
    void findsParts() {
        assertThat(CaseFolding.contains("The QUICK brown", "quick")).isTrue();
        assertThat(CaseFolding.contains("abc", "")).isTrue();
        assertThat(CaseFolding.contains("", "a")).isFalse();
        assertThat(CaseFolding.contains("x𐐀y", "𐐨Y")).isTrue();
        assertThat(CaseFolding.startsWith("Éa", "é")).isTrue();
        assertThat(CaseFolding.startsWith("a", "ab")).isFalse();
        assertThat(CaseFolding.endsWith("caFÉ", "fé")).isTrue();
        assertThat(CaseFolding.endsWith("a", "ba")).isFalse();
        assertThat(CaseFolding.indexOf("aXbx", "x", 2)).isEqualTo(3);
    }

    @Test
    void keepsTheLengthOfEveryCharacter() {
        for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
            assertThat(Character.charCount(CaseFolding.fold(character))).isEqualTo(Character.charCount(character));
        }
    }
}
