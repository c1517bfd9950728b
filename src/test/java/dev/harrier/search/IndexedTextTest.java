package dev.harrier.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexedTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"plain text, with-signs_and\ttabs\n", "C:\\Windows", ""})
    void asksNothingOfPlainText(String text) {
        assertThat(IndexedText.isPlain(text)).isTrue();
        assertThat(IndexedText.foldsAsIndexed(text)).isTrue();
        assertThat(IndexedText.splitsAsIndexed(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Müller", "ПриветМир", "日本語 text", "€ 5", "„quoted“"})
    void takesOtherScriptsAsTheyAre(String text) {
        assertThat(IndexedText.foldsAsIndexed(text)).isTrue();
        assertThat(IndexedText.splitsAsIndexed(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ſ", "ς", "µ", "ϐ", "İ"})
    void findsWhatFoldsOtherwise(String text) {
        assertThat(IndexedText.isPlain(text)).isFalse();
        assertThat(IndexedText.foldsAsIndexed(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0301", "a\u0001b", "a\u200Bb", "a\u00A0b", "a²", "Ⅳ"})
    void findsWhatSplitsOtherwise(String text) {
        assertThat(IndexedText.isPlain(text)).isFalse();
        assertThat(IndexedText.splitsAsIndexed(text)).isFalse();
    }
}
