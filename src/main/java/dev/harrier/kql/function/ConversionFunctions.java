package dev.harrier.kql.function;

import dev.harrier.kql.expr.Kernel;
import dev.harrier.kql.expr.NullRule;
import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.expr.ResultType;
import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.type.Conversions;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.DynamicJson;
import dev.harrier.kql.type.Dynamics;
import dev.harrier.kql.type.ScalarType;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** {@code tostring}, {@code tolong} and the other casts, {@code parse_json}, {@code gettype}, {@code new_guid}. */
final class ConversionFunctions {
    private ConversionFunctions() {}

    static List<ScalarFunction> all() {
        return List.of(
                cast("tostring", ScalarType.STRING, "The value as text; empty for null.", "print tostring(1.0)", "1.0"),
                cast("tolong", ScalarType.LONG, "The value as a whole number of 64 bits; null if it is none.",
                        "print tolong('0x10')", "16"),
                cast("toint", ScalarType.INT, "The value as a whole number of 32 bits; null if it is none.",
                        "print toint(2.9)", "2"),
                cast("todouble", ScalarType.REAL, "The value as a floating-point number; null if it is none.",
                        "print todouble('2.5e3')", "2500.0", "toreal"),
                cast("todecimal", ScalarType.DECIMAL, "The value as a decimal number; null if it is none.",
                        "print todecimal('0.10')", "0.1"),
                cast("tobool", ScalarType.BOOL, "The value as a truth value; null for text that is none.",
                        "print tobool('TRUE')", "True", "toboolean"),
                cast("todatetime", ScalarType.DATETIME, "The value as a point in time; null if it is none.",
                        "print todatetime('2024-02-29 13:00')", "2024-02-29T13:00:00.0000000Z"),
                cast("totimespan", ScalarType.TIMESPAN, "The value as a duration; null if it is none.",
                        "print totimespan('1.02:03:04.5')", "1.02:03:04.5000000", "totime"),
                cast("toguid", ScalarType.GUID, "The value as a GUID; null if it is none.",
                        "print toguid('70FC66F7-8279-44FC-9092-D364D70FCE44')",
                        "70fc66f7-8279-44fc-9092-d364d70fce44"),
                parseJson(), getType(), newGuid());
    }

    private static ScalarFunction cast(String name, ScalarType target, String summary, String example, String result,
            String... aliases) {
        return ScalarFunction.named(name).alias(aliases).summary(summary).example(example, result)
                .signature(List.of(Parameter.any("value")), ResultType.always(target), NullRule.PROPAGATE, site -> {
                    ScalarType source = site.type(0);
                    if (source == target) {
                        return (Kernel.PerBlock) (arguments, rows) -> arguments[0];
                    }
                    if (target == ScalarType.LONG && site.constant(0) instanceof Double known && known >= 0x1p63
                            && known <= Double.MAX_VALUE) {
                        // Of a constant the engine makes the least number, of the same value in a column the greatest.
                        return (Kernel.PerValue) arguments -> Long.MIN_VALUE;
                    }
                    return (Kernel.PerValue) arguments -> Conversions.convert(source, arguments[0], target);
                }).build();
    }

    private static ScalarFunction parseJson() {
        return ScalarFunction.named("parse_json").alias("todynamic", "parsejson", "toobject")
                .summary("Reads a text as JSON; text that is not JSON is kept as a text.")
                .example("print tostring(parse_json('{\"a\": [1, 2]}').a)", "[1,2]")
                .signature(List.of(Parameter.any("json")), ResultType.always(ScalarType.DYNAMIC), NullRule.PROPAGATE,
                        site -> {
                            ScalarType source = site.type(0);
                            return (Kernel.PerValue) arguments -> source == ScalarType.STRING
                                    ? DynamicJson.parseJson((String) arguments[0])
                                    : Dynamics.of(source, arguments[0]);
                        })
                .build();
    }

    private static ScalarFunction getType() {
        return ScalarFunction.named("gettype").summary("The name of the value's type at run time.")
                .example("print gettype(dynamic([1]))", "array")
                .signature(List.of(Parameter.any("value")), ResultType.always(ScalarType.STRING), NullRule.HANDLED,
                        site -> {
                            ScalarType type = site.type(0);
                            return (Kernel.PerValue) arguments -> typeName(type, arguments[0]);
                        })
                .build();
    }

    private static String typeName(ScalarType type, Object value) {
        if (value == null) {
            return "null";
        }
        return type == ScalarType.DYNAMIC ? Dynamics.typeName((Dynamic) value) : type.keyword();
    }

    private static ScalarFunction newGuid() {
        return ScalarFunction.named("new_guid").summary("A fresh random GUID for every row.")
                .example("print gettype(new_guid())", "guid").notDeterministic()
                .prepared(List.of(), ScalarType.GUID, site -> {
                    RandomGenerator random = Draws.generator(site, "new_guid");
                    return (Kernel.PerValue) arguments -> randomGuid(random);
                }).build();
    }

    private static UUID randomGuid(RandomGenerator random) {
        long high = random.nextLong() & ~0xF000L | 0x4000L;
        long low = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | Long.MIN_VALUE;
        return new UUID(high, low);
    }
}
