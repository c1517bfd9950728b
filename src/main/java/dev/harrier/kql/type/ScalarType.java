package dev.harrier.kql.type;

/**
 * The ten scalar types of KQL and the Java form that a value of each has wherever it is handled one by one (literals,
 * kernels, results). {@code null} is the typed null of every type but {@link #STRING}, whose values are never null.
 */
public enum ScalarType {
    /** {@link Boolean}. */
    BOOL("bool"),
    /** {@link Long} within the range of 32 bits. */
    INT("int"),
    /** {@link Long}. */
    LONG("long"),
    /** {@link Double}. */
    REAL("real"),
    /** {@link java.math.BigDecimal} of at most 34 significant digits. */
    DECIMAL("decimal"),
    /** {@link String}, never null: a missing string is empty. */
    STRING("string"),
    /** {@link Long}: ticks of 100 ns since 0001-01-01T00:00:00Z. */
    DATETIME("datetime"),
    /** {@link Long}: ticks of 100 ns, negative for the past. */
    TIMESPAN("timespan"),
    /** {@link java.util.UUID}. */
    GUID("guid"),
    /** A JSON-like tree, see {@link Dynamic}. */
    DYNAMIC("dynamic");

    private final String keyword;

    ScalarType(String keyword) {
        this.keyword = keyword;
    }

    /** The type's name in query text and in results. */
    public String keyword() {
        return keyword;
    }

    /** Whether values are whole or fractional numbers ({@code int}, {@code long}, {@code real}, {@code decimal}). */
    public boolean isNumeric() {
        return this == INT || this == LONG || this == REAL || this == DECIMAL;
    }

    /** Whether a block of this type is backed by {@code long[]}. */
    public boolean isLongBacked() {
        return this == INT || this == LONG || this == DATETIME || this == TIMESPAN;
    }

    @Override
    public String toString() {
        return keyword;
    }
}
