package dev.harrier.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerBufferTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, AnswerBuffer.MOST_IN_MEMORY, AnswerBuffer.MOST_IN_MEMORY + 1, 3_000_000})
    void givesBackWhatWasWritten(int size) throws IOException {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        AnswerBuffer buffer = new AnswerBuffer();
        for (int from = 0; from < size; from += 8_000) {
            buffer.write(bytes, from, Math.min(8_000, size - from));
        }
        buffer.close();
        try (InputStream in = buffer.read()) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
        Path file = buffer.file();
        assertThat(file).hasBinaryContent(bytes);
        try (InputStream in = buffer.read()) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
        buffer.delete();
        assertThat(Files.exists(file)).isFalse();
    }

    @Test
    void isDeletedWithoutEverBeingAFile() throws IOException {
        AnswerBuffer buffer = new AnswerBuffer();
        buffer.write(7);
        buffer.close();
        buffer.delete();
        try (InputStream in = buffer.read()) {
            assertThat(in.readAllBytes()).containsExactly(7);
        }
    }
}
