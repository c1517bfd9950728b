/**
 * The words of KQL. Every character of a text belongs to some token, so that the lexer itself never fails:
 * what is no word becomes UNTERMINATED_TEXT or UNEXPECTED, which no rule of Kql.g4 accepts.
 */
lexer grammar KqlTokens;

// ---- statements ----
ALIAS: 'alias';
DECLARE: 'declare';
LET: 'let';
PATTERN: 'pattern';
QUERY_PARAMETERS: 'query_parameters';
RESTRICT: 'restrict';
SET: 'set';
VIEW: 'view';

// ---- sources and operators ----
AS: 'as';
CONSUME: 'consume';
COUNT: 'count';
DATATABLE: 'datatable';
DISTINCT: 'distinct';
EVALUATE: 'evaluate';
EXTEND: 'extend';
EXTERNALDATA: 'externaldata' | 'external_data';
FACET: 'facet';
FIND: 'find';
FORK: 'fork';
GETSCHEMA: 'getschema';
INVOKE: 'invoke';
JOIN: 'join';
LOOKUP: 'lookup';
MAKE_SERIES: 'make-series';
MV_APPLY: 'mv-apply' | 'mvapply';
MV_EXPAND: 'mv-expand' | 'mvexpand';
PARSE: 'parse';
PARSE_KV: 'parse-kv';
PARSE_WHERE: 'parse-where';
PARTITION: 'partition';
PRINT: 'print';
PROJECT: 'project';
PROJECT_AWAY: 'project-away';
PROJECT_KEEP: 'project-keep';
PROJECT_RENAME: 'project-rename';
PROJECT_REORDER: 'project-reorder';
PROJECT_SMART: 'project-smart';
RANGE: 'range';
REDUCE: 'reduce';
RENDER: 'render';
SAMPLE: 'sample';
SAMPLE_DISTINCT: 'sample-distinct';
SCAN: 'scan';
SEARCH: 'search';
SERIALIZE: 'serialize';
SORT: 'sort' | 'order';
SUMMARIZE: 'summarize';
TAKE: 'take' | 'limit';
TOP: 'top';
TOP_HITTERS: 'top-hitters';
TOP_NESTED: 'top-nested';
UNION: 'union';
WHERE: 'where';
FILTER: 'filter';
/** Operators that are known and refused; those with a hyphen need no other mention. */
UNSUPPORTED_OPERATOR
    : 'make-graph'
    | 'graph-match'
    | 'graph-mark-components'
    | 'graph-merge'
    | 'graph-shortest-paths'
    | 'graph-to-table'
    | 'graph-where-edges'
    | 'graph-where-nodes'
    | 'macro-expand'
    | 'assert-schema'
    | 'project-by-names'
    | 'execute-and-cache'
    ;

// ---- words inside operators ----
ASC: 'asc';
BAGEXPANSION: 'bagexpansion';
BY: 'by';
DEFAULT: 'default';
DESC: 'desc';
FIRST: 'first';
FLAGS: 'flags';
FROM: 'from';
GRANNY_ASC: 'granny-asc';
GRANNY_DESC: 'granny-desc';
HINT: 'hint';
KIND: 'kind';
LAST: 'last';
NULLS: 'nulls';
OF: 'of';
ON: 'on';
OPTIONAL: 'optional';
OTHERS: 'others';
OUTPUT: 'output';
STEP: 'step';
TO: 'to';
TYPEOF: 'typeof';
WITH: 'with';
WITHSOURCE: 'withsource' | 'with_source';
WITH_ITEMINDEX: 'with_itemindex';

// ---- words that are operators of expressions ----
AND: 'and';
OR: 'or';
BETWEEN: 'between';
NOT_BETWEEN: '!between';
IN: 'in';
NOT_IN: '!in';
IN_TILDE: 'in~';
NOT_IN_TILDE: '!in~';
HAS_ANY: 'has_any';
HAS_ALL: 'has_all';
MATCHES: 'matches';
REGEX: 'regex';
STRING_OPERATOR
    : '!'? ('contains' | 'startswith' | 'endswith' | 'has' | 'hasprefix' | 'hassuffix') '_cs'?
    | '!'? 'containscs'
    | ('like' | 'notlike') 'cs'?
    | '!like'
    | 'notcontains' 'cs'?
    ;

// ---- literals ----
TRUE: 'true' | 'True' | 'TRUE';
FALSE: 'false' | 'False' | 'FALSE';
NULL: 'null';
/** Typed literals are one token with everything up to the closing parenthesis: their bodies are not KQL. */
DATETIME_LITERAL: ('datetime' | 'date') BODY;
TIMESPAN_TYPED_LITERAL: ('timespan' | 'time') BODY;
GUID_LITERAL: ('guid' | 'uuid' | 'uniqueid') BODY;
BOOL_LITERAL: ('bool' | 'boolean') BODY;
INT_LITERAL: ('int' | 'int32') BODY;
LONG_TYPED_LITERAL: ('long' | 'int64') BODY;
REAL_TYPED_LITERAL: ('real' | 'double') BODY;
DECIMAL_LITERAL: 'decimal' BODY;
fragment BODY: [ \t\r\n]* '(' ~[()|;]* ')';

DYNAMIC: 'dynamic';
TYPE
    : 'bool' | 'boolean' | 'int' | 'int32' | 'long' | 'int64' | 'real' | 'double' | 'decimal' | 'string' | 'datetime' | 'date'
    | 'timespan' | 'time' | 'guid' | 'uuid' | 'uniqueid'
    ;

TIMESPAN_LITERAL
    : DIGIT+ ('.' DIGIT+)?
        ( 'd' | 'day' | 'days'
        | 'h' | 'hr' | 'hrs' | 'hour' | 'hours'
        | 'm' | 'min' | 'minute' | 'minutes'
        | 's' | 'sec' | 'second' | 'seconds'
        | 'ms' | 'milli' | 'millis' | 'millisec' | 'millisecond' | 'milliseconds'
        | 'micro' | 'micros' | 'microsec' | 'microsecond' | 'microseconds'
        | 'nano' | 'nanos' | 'nanosec' | 'nanosecond' | 'nanoseconds'
        | 'tick' | 'ticks'
        )
    ;
REAL_LITERAL: DIGIT+ '.' DIGIT+ EXPONENT? | DIGIT+ '.'? EXPONENT;
LONG_LITERAL: DIGIT+ | '0' [xX] [0-9a-fA-F]+;
fragment DIGIT: [0-9];
fragment EXPONENT: [eE] [+-]? DIGIT+;

STRING_LITERAL
    : [hH]? '"' (ESCAPE | ~["\\\r\n])* '"'
    | [hH]? '\'' (ESCAPE | ~['\\\r\n])* '\''
    | [hH]? '@"' (~["\r\n] | '""')* '"'
    | [hH]? '@\'' (~['\r\n] | '\'\'')* '\''
    | [hH]? '```' .*? '```'
    | [hH]? '~~~' .*? '~~~'
    ;
fragment ESCAPE: '\\' ~[\r\n];
UNTERMINATED_TEXT
    : [hH]? '"' (ESCAPE | ~["\\\r\n])* '\\'?
    | [hH]? '\'' (ESCAPE | ~['\\\r\n])* '\\'?
    | [hH]? '@"' (~["\r\n] | '""')*
    | [hH]? '@\'' (~['\r\n] | '\'\'')*
    ;

// ---- names ----
/** A name may start with a digit: what follows decides (1d is a duration, 1da a name). */
IDENTIFIER: [a-zA-Z_$\p{L}\p{Nd}] [a-zA-Z0-9_\p{L}\p{Nd}]*;

// ---- punctuation ----
ARROW: '=>';
EQUAL: '==';
NOT_EQUAL: '!=' | '<>';
EQUAL_TILDE: '=~';
NOT_EQUAL_TILDE: '!~';
LESS_OR_EQUAL: '<=';
GREATER_OR_EQUAL: '>=';
LESS: '<';
GREATER: '>';
ASSIGN: '=';
PLUS: '+';
MINUS: '-';
STAR: '*';
SLASH: '/';
PERCENT: '%';
PIPE: '|';
SEMICOLON: ';';
COMMA: ',';
COLON: ':';
RANGE_DOTS: '..';
DOT: '.';
OPEN_PARENTHESIS: '(';
CLOSE_PARENTHESIS: ')';
OPEN_BRACKET: '[';
CLOSE_BRACKET: ']';
OPEN_BRACE: '{';
CLOSE_BRACE: '}';

COMMENT: '//' ~[\r\n]* -> channel(HIDDEN);
WHITE_SPACE: [ \t\r\n\u000B\u000C\u0085\u00A0\u1680\u2000-\u200B\u2028\u2029\u202F\u205F\u3000\uFEFF]+ -> channel(HIDDEN);
UNEXPECTED: .;
