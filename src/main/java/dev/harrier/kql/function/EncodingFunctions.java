package dev.harrier.kql.function;

import static dev.harrier.kql.type.ScalarType.DYNAMIC;
import static dev.harrier.kql.type.ScalarType.GUID;
import static dev.harrier.kql.type.ScalarType.INT;
import static dev.harrier.kql.type.ScalarType.LONG;
import static dev.harrier.kql.type.ScalarType.REAL;
import static dev.harrier.kql.type.ScalarType.STRING;

import dev.harrier.kql.expr.NullRule;
import dev.harrier.kql.expr.Kernel;
import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.expr.ResultType;
import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.type.Dynamic;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Texts in other forms: URL and base64 encoding, code points, sizes in bytes. */
final class EncodingFunctions {
    private static final List<String> UNITS = List.of("Bytes", "KB", "MB", "GB", "TB", "PB", "EB");
    private static final String UNRESERVED = "-_.!~*'()";

    private EncodingFunctions() {}

    static List<ScalarFunction> all() {
        return List.of(
                text("url_encode", "A text as part of a URL, a space as '+'.", "print url_encode('https://a b')",
                        "https%3a%2f%2fa+b", text -> percentEncoded(text, true), List.of()),
                text("url_encode_component", "A text as part of a URL, a space as '%20'.",
                        "print url_encode_component('a b')", "a%20b", text -> percentEncoded(text, false), List.of()),
                text("url_decode", "The text that was encoded as part of a URL.",
                        "print url_decode('https%3a%2f%2fa+b')",
                        "https://a b", EncodingFunctions::percentDecoded, List.of()),
                text("base64_encode_tostring", "The UTF-8 bytes of a text in base64.",
                        "print base64_encode_tostring('Kusto')", "S3VzdG8=",
                        text -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)),
                        List.of("base64_encodestring")),
                text("base64_decode_tostring",
                        "The text whose UTF-8 bytes are given in base64; empty if there is none.",
                        "print base64_decode_tostring('S3VzdG8=')", "Kusto",
                        text -> decoded(text).flatMap(EncodingFunctions::utf8).orElse(""),
                        List.of("base64_decodestring")),
                base64DecodeToArray(), base64EncodeFromArray(), base64DecodeToGuid(), base64EncodeFromGuid(),
                codePointsFromString(), codePointsToString(), formatBytes());
    }

    private static ScalarFunction text(String name, String summary, String example, String result,
            UnaryOperator<String> function, List<String> aliases) {
        return ScalarFunction.named(name).alias(aliases.toArray(String[]::new)).summary(summary)
                .example(example, result)
                .signature(List.of(TextArguments.text("text")), STRING,
                        arguments -> function.apply(TextArguments.textOf(arguments[0])))
                .build();
    }

    private static String percentEncoded(String text, boolean plus) {
        StringBuilder encoded = new StringBuilder();
        for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (unit & 0xFF);
            if (character == ' ' && plus) {
                encoded.append('+');
            } else if (character < 128
                    && (Character.isLetterOrDigit(character) || UNRESERVED.indexOf(character) >= 0)) {
                encoded.append(character);
            } else {
                encoded.append('%').append(Character.forDigit(character >> 4, 16))
                        .append(Character.forDigit(character & 15, 16));
            }
        }
        return encoded.toString();
    }

    /** What is not a valid escape stays as it is. */
    static String percentDecoded(String text) {
        byte[] units = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer decoded = ByteBuffer.allocate(units.length);
        for (int i = 0; i < units.length; i++) {
            int high = i + 2 < units.length ? Character.digit(units[i + 1], 16) : -1;
            int low = i + 2 < units.length ? Character.digit(units[i + 2], 16) : -1;
            if (units[i] == '%' && high >= 0 && low >= 0) {
                decoded.put((byte) (high << 4 | low));
                i += 2;
            } else {
                decoded.put(units[i] == '+' ? (byte) ' ' : units[i]);
            }
        }
        return new String(decoded.array(), 0, decoded.position(), StandardCharsets.UTF_8);
    }

    private static Optional<byte[]> decoded(String base64) {
        if (base64.length() % 4 != 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static ScalarFunction base64DecodeToArray() {
        return ScalarFunction.named("base64_decode_toarray").summary("The bytes that are given in base64, as numbers.")
                .example("print tostring(base64_decode_toarray('S3VzdG8='))", "[75,117,115,116,111]")
                .signature(List.of(TextArguments.text("base64")), DYNAMIC,
                        arguments -> decoded(TextArguments.textOf(arguments[0])).map(EncodingFunctions::numbers)
                                .orElse(null))
                .build();
    }

    private static Dynamic numbers(byte[] bytes) {
        List<Dynamic> numbers = new ArrayList<>(bytes.length);
        for (byte unit : bytes) {
            numbers.add(new Dynamic.Int(unit & 0xFF));
        }
        return new Dynamic.Array(numbers);
    }

    private static ScalarFunction base64EncodeFromArray() {
        return ScalarFunction.named("base64_encode_fromarray").summary("Bytes, given as numbers, in base64.")
                .example("print base64_encode_fromarray(dynamic([75, 117, 115, 116, 111]))", "S3VzdG8=")
                .signature(List.of(Parameter.of("bytes", DYNAMIC)), STRING,
                        arguments -> arguments[0] instanceof Dynamic.Array array ? encoded(array.elements()) : "")
                .build();
    }

    private static String encoded(List<Dynamic> numbers) {
        byte[] bytes = new byte[numbers.size()];
        for (int i = 0; i < bytes.length; i++) {
            if (!(numbers.get(i) instanceof Dynamic.Int(long value)) || value < 0 || value > 255) {
                return "";
            }
            bytes[i] = (byte) value;
        }
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The first three parts of a GUID's bytes are little-endian. */
    private static ScalarFunction base64DecodeToGuid() {
        return ScalarFunction.named("base64_decode_toguid").summary("The GUID whose bytes are given in base64.")
                .example("print base64_decode_toguid('JpbpECu8dUy7Pv5gbeJXAA==')",
                        "10e99626-bc2b-4c75-bb3e-fe606de25700")
                .signature(List.of(TextArguments.text("base64")), GUID,
                        arguments -> decoded(TextArguments.textOf(arguments[0])).filter(bytes -> bytes.length == 16)
                                .map(EncodingFunctions::guid).orElse(null))
                .build();
    }

    private static UUID guid(byte[] bytes) {
        ByteBuffer parts = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long high = (long) parts.getInt() << 32 | (long) (parts.getShort() & 0xFFFF) << 16 | parts.getShort() & 0xFFFF;
        return new UUID(high, parts.order(ByteOrder.BIG_ENDIAN).getLong());
    }

    private static ScalarFunction base64EncodeFromGuid() {
        return ScalarFunction.named("base64_encode_fromguid").summary("The bytes of a GUID in base64.")
                .example("print base64_encode_fromguid(guid(10e99626-bc2b-4c75-bb3e-fe606de25700))",
                        "JpbpECu8dUy7Pv5gbeJXAA==")
                .signature(List.of(Parameter.of("guid", GUID)), STRING, arguments -> {
                    long high = ((UUID) arguments[0]).getMostSignificantBits();
                    ByteBuffer bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN)
                            .putInt((int) (high >>> 32))
                            .putShort((short) (high >>> 16)).putShort((short) high).order(ByteOrder.BIG_ENDIAN)
                            .putLong(((UUID) arguments[0]).getLeastSignificantBits());
                    return Base64.getEncoder().encodeToString(bytes.array());
                }).build();
    }

    private static ScalarFunction codePointsFromString() {
        return ScalarFunction.named("unicode_codepoints_from_string").alias("to_utf8")
                .summary("The code points of a text, as an array of numbers.")
                .example("print tostring(unicode_codepoints_from_string('ab'))", "[97,98]")
                .signature(List.of(TextArguments.text("text")), DYNAMIC,
                        arguments -> new Dynamic.Array(TextArguments.textOf(arguments[0]).codePoints()
                                .mapToObj(point -> (Dynamic) new Dynamic.Int(point)).toList()))
                .build();
    }

    private static ScalarFunction codePointsToString() {
        return ScalarFunction.named("unicode_codepoints_to_string").alias("make_string")
                .summary("The text of code points, given as numbers or arrays of numbers.")
                .example("print unicode_codepoints_to_string(75, 117)", "Ku")
                .signature(List.of(Parameter.of("points", INT, LONG, DYNAMIC).repeated()), ResultType.always(STRING),
                        NullRule.HANDLED, site -> (Kernel.PerValue) arguments -> {
                            StringBuilder text = new StringBuilder();
                            for (Object argument : arguments) {
                                append(text, argument);
                            }
                            return text.toString();
                        })
                .build();
    }

    private static void append(StringBuilder text, Object value) {
        switch (value) {
            case Long point when point >= 0 && point <= Character.MAX_CODE_POINT ->
                text.appendCodePoint(point.intValue());
            case Dynamic.Int point -> append(text, (Long) point.value());
            case Dynamic.Array points -> points.elements().forEach(point -> append(text, point));
            case null -> text.append("");
            default -> text.append("");
        }
    }

    private static ScalarFunction formatBytes() {
        return ScalarFunction.named("format_bytes")
                .summary("A number of bytes as text, in the unit that suits or a given one, to a number of digits.")
                .example("print format_bytes(20010332, 2)", "19.08 MB")
                .signature(List.of(Parameter.of("size", INT, LONG, REAL), Parameter.of("digits", LONG, INT).optional(),
                        TextArguments.text("unit").optional()), STRING,
                        arguments -> formatted(((Number) arguments[0]).doubleValue(),
                                arguments.length > 1 ? (Long) arguments[1] : 0,
                                arguments.length > 2 ? TextArguments.textOf(arguments[2]) : ""))
                .build();
    }

    private static String formatted(double size, long digits, String unit) {
        int power = UNITS.indexOf(unit);
        if (power < 0 && !unit.isEmpty() || !Double.isFinite(size)) {
            return "";
        }
        for (power = Math.max(power, 0); unit.isEmpty() && power + 1 < UNITS.size()
                && Math.abs(size) >= Math.pow(1024, power + 1);) {
            power++;
        }
        BigDecimal scaled = BigDecimal.valueOf(size / Math.pow(1024, power))
                .setScale((int) Math.clamp(digits, 0, 20), RoundingMode.HALF_UP).stripTrailingZeros();
        return scaled.toPlainString() + " " + UNITS.get(power);
    }
}
