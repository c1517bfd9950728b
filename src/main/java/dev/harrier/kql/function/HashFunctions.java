package dev.harrier.kql.function;

import static dev.harrier.kql.type.ScalarType.LONG;
import static dev.harrier.kql.type.ScalarType.STRING;

import dev.harrier.kql.expr.Kernel;
import dev.harrier.kql.expr.NullRule;
import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.expr.ResultType;
import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.type.Conversions;
import dev.harrier.kql.type.ScalarType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** {@code hash}, and the digests; the digests over the UTF-8 bytes of the value's text. */
final class HashFunctions {
    private HashFunctions() {}

    static List<ScalarFunction> all() {
        return List.of(
                xxHash("hash", "A hash of the value, for use within one query.", "print hash('World')"),
                xxHash("hash_xxhash64", "The xxHash64 of the value's text.", "print hash_xxhash64('World')"),
                digest("hash_md5", "MD5", "print hash_md5('World')", "f5a7924e621e84c9280a9a27e1bcb7f6"),
                digest("hash_sha1", "SHA-1", "print hash_sha1('World')", "70c07ec18ef89c5309bbb0937f3a6342411e1fdd"),
                digest("hash_sha256", "SHA-256", "print hash_sha256('World')",
                        "78ae647dc5544d227130a0682a51e30bc7777fbb6d8a8f17007463a3ecd1d524"));
    }

    private static ScalarFunction xxHash(String name, String summary, String example) {
        return ScalarFunction.named(name).summary(summary).example(example, "1846988464401551951")
                .signature(List.of(Parameter.any("source"), Parameter.of("mod", LONG).optional()),
                        ResultType.always(LONG), NullRule.HANDLED, HashFunctions::xxHashKernel)
                .build();
    }

    private static Kernel xxHashKernel(Kernel.Site site) {
        ScalarType type = site.type(0);
        return (Kernel.PerValue) arguments -> {
            long hash = XxHash64.hash(hashedBytes(type, arguments[0]));
            if (arguments.length == 1) {
                return hash;
            }
            Long modulus = (Long) arguments[1];
            return modulus == null || modulus <= 0 ? null : (Long) Math.floorMod(hash, modulus.longValue());
        };
    }

    /** Whole numbers and times (their ticks) are hashed as 64 bits, least significant byte first; the digests take their text. */
    private static byte[] hashedBytes(ScalarType type, Object value) {
        if (type.isLongBacked() && value instanceof Long number) {
            return ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(number).array();
        }
        return bytes(type, value);
    }

    private static byte[] bytes(ScalarType type, Object value) {
        return Conversions.toText(type, value).getBytes(StandardCharsets.UTF_8);
    }

    private static ScalarFunction digest(String name, String algorithm, String example, String result) {
        return ScalarFunction.named(name).summary("The " + algorithm + " digest of the value's text, in hexadecimal.")
                .example(example, result)
                .signature(List.of(Parameter.any("source")), ResultType.always(STRING), NullRule.HANDLED, site -> {
                    ScalarType type = site.type(0);
                    MessageDigest digest = messageDigest(algorithm);
                    return (Kernel.PerValue) arguments -> HexFormat.of()
                            .formatHex(digest.digest(bytes(type, arguments[0])));
                }).build();
    }

    private static MessageDigest messageDigest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
