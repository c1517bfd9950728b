package dev.harrier.kql.function;

import static dev.harrier.kql.type.ScalarType.STRING;

import dev.harrier.kql.expr.ScalarFunction;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.InflaterInputStream;

/** Texts compressed with gzip or zlib, in base64. */
final class CompressionFunctions {
    /** Below this compressing does not pay, and the engine stores the bytes as they are. */
    private static final int STORED_BELOW = 128;
    private static final int MOST_BYTES = 1 << 24;

    private CompressionFunctions() {}

    static List<ScalarFunction> all() {
        return List.of(
                function("gzip_compress_to_base64_string", "A text compressed with gzip, in base64.",
                        "print gzip_decompress_from_base64_string(gzip_compress_to_base64_string('abc'))", "abc",
                        text -> compressed(text, true)),
                function("gzip_decompress_from_base64_string", "The text compressed with gzip, given in base64.",
                        "print gzip_decompress_from_base64_string("
                                + "'H4sIAAAAAAAA/wEUAOv/MTIzNDU2Nzg5MHF3ZXJ0eXVpb3A6m7f2FAAAAA==')",
                        "1234567890qwertyuiop", text -> decompressed(text, true)),
                function("zlib_compress_to_base64_string", "A text compressed with zlib, in base64.",
                        "print zlib_compress_to_base64_string('1234567890qwertyuiop')",
                        "eAEBFADr/zEyMzQ1Njc4OTBxd2VydHl1aW9wOAkGdw==", text -> compressed(text, false)),
                function("zlib_decompress_from_base64_string", "The text compressed with zlib, given in base64.",
                        "print zlib_decompress_from_base64_string('eJwLSS0uUSguKcrMS1cwNDIGACxqBQ4=')",
                        "Test string 123", text -> decompressed(text, false)));
    }

    private static ScalarFunction function(String name, String summary, String example, String result,
            UnaryOperator<String> function) {
        return ScalarFunction.named(name).summary(summary).example(example, result)
                .signature(List.of(TextArguments.text("text")), STRING,
                        arguments -> function.apply(TextArguments.textOf(arguments[0])))
                .build();
    }

    private static String compressed(String text, boolean gzip) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int level = bytes.length < STORED_BELOW ? Deflater.NO_COMPRESSION : Deflater.BEST_SPEED;
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try (OutputStream stream = gzip
                ? new Gzip(target, level)
                : new DeflaterOutputStream(target, new Deflater(level))) {
            stream.write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail", e);
        }
        return Base64.getEncoder().encodeToString(target.toByteArray());
    }

    private static final class Gzip extends GZIPOutputStream {
        private Gzip(OutputStream target, int level) throws IOException {
            super(target);
            def.setLevel(level);
        }
    }

    /** Empty for what is not valid, and for what would unpack to more than 16 MB. */
    private static String decompressed(String base64, boolean gzip) {
        try {
            ByteArrayInputStream source = new ByteArrayInputStream(Base64.getDecoder().decode(base64));
            try (InputStream stream = gzip ? new GZIPInputStream(source) : new InflaterInputStream(source)) {
                byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
                return bytes.length > MOST_BYTES
                        ? ""
                        : StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            }
        } catch (IOException | IllegalArgumentException e) {
            return "";
        }
    }
}
