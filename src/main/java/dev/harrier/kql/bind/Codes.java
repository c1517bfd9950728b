package dev.harrier.kql.bind;

/** The codes of what binding has to say: Microsoft's where the meaning is the same, else our own. */
public final class Codes {
    /** One of a few words was expected. */
    public static final String EXPECTED_WORD = "KS005";
    public static final String OPERATOR_UNDEFINED = "KS106";
    public static final String TYPES_EXPECTED = "KS107";
    public static final String SCALAR_EXPECTED = "KS108";
    public static final String COLUMN_EXPECTED = "KS109";
    public static final String RENAME_EXPECTED = "KS110";
    /** A dynamic value where its type must be known, as in {@code summarize by}. */
    public static final String TYPE_NOT_ALLOWED = "KS116";
    public static final String ARGUMENT_COUNT = "KS119";
    public static final String ARGUMENT_COUNT_RANGE = "KS120";
    public static final String UNKNOWN_PLUGIN = "KS124";
    public static final String ARGUMENTS_UNFIT = "KS127";
    public static final String CONSTANT_EXPECTED = "KS129";
    public static final String INTEGER_EXPECTED = "KS134";
    public static final String NUMBER_EXPECTED = "KS137";
    public static final String SUMMABLE_EXPECTED = "KS138";
    public static final String VALUE_NOT_ALLOWED = "KS140";
    public static final String TYPE_EXPECTED = "KS141";
    public static final String UNKNOWN_NAME = "KS142";
    public static final String AGGREGATE_MISPLACED = "KS144";
    public static final String NOT_SEVERAL_VALUES = "KS149";
    public static final String NAME_WITHOUT_VALUE = "KS150";
    public static final String DUPLICATE_COLUMN = "KS171";
    public static final String VALUE_COUNT = "KS173";
    public static final String JOIN_OPERAND = "KS183";
    public static final String NO_COLUMNS = "KS190";
    public static final String STAR_NOT_ALLOWED = "KS191";
    public static final String REDECLARED = "KS201";
    public static final String UNKNOWN_TABLE = "KS204";
    public static final String FUZZY_UNKNOWN_TABLE = "KS205";
    public static final String ORDERABLE_EXPECTED = "KS206";
    public static final String UNKNOWN_FUNCTION = "KS211";
    public static final String TABULAR_FIRST = "KS226";
    public static final String NO_COMMON_TYPE = "KS232";
    public static final String AGGREGATE_EXPECTED = "KS236";
    public static final String JOIN_KEY_DYNAMIC = "KS241";
    public static final String JOIN_KEY_TYPES = "KS242";
    public static final String COLUMNS_MISSING = "KS249";

    /** The text grows beyond what is bound. */
    public static final String TOO_LARGE = "HA101";
    /** A constant is not representable in its type, or a literal is not what its place demands. */
    public static final String BAD_CONSTANT = "HA102";
    /** A window function over rows without an order. */
    public static final String NOT_SERIALIZED = "HA103";
    /** Rows were expected. */
    public static final String TABULAR_EXPECTED = "HA104";
    /** A value of one table's row inside another table. */
    public static final String OUTER_ROW = "HA105";
    /** An argument by a name that no parameter has, or twice. */
    public static final String ARGUMENT_NAME = "HA106";
    /** A query parameter without a value. */
    public static final String PARAMETER_MISSING = "HA107";
    /** No leg of a fuzzy union is left. */
    public static final String NO_LEG = "HA108";
    /** An option or a property that is not known and therefore ignored. */
    public static final String IGNORED = "HA109";
    /** A result that the real engine computes by a measure that it does not tell. */
    public static final String ESTIMATE = "HA111";

    /** An operator with several results in a place for one. */
    public static final String SEVERAL_TABLES = "HA112";

    private Codes() {}
}
