/**
 * The Kusto Query Language. Every decision is made on a few tokens: see README.md before changing it.
 */
parser grammar Kql;

options { tokenVocab = KqlTokens; }

query: (statement (SEMICOLON statement)*)? SEMICOLON? EOF;

// ================================ statements ================================

statement
    : LET declaredName ASSIGN letValue                                     # letStatement
    | SET settingName (ASSIGN settingValue)?                               # setStatement
    | DECLARE QUERY_PARAMETERS OPEN_PARENTHESIS parameters? CLOSE_PARENTHESIS # declareStatement
    | DECLARE PATTERN skipped*                                             # patternStatement
    | ALIAS (IDENTIFIER | TYPE) skipped*                                   # aliasStatement
    | RESTRICT IDENTIFIER skipped*                                         # restrictStatement
    | pipeline                                                             # queryStatement
    ;

letValue
    : VIEW? OPEN_PARENTHESIS parameters? CLOSE_PARENTHESIS functionBody
    | pipeline
    ;

functionBody: OPEN_BRACE (bodyStatement SEMICOLON)* pipeline? SEMICOLON? CLOSE_BRACE;

bodyStatement
    : LET declaredName ASSIGN letValue                                     # bodyLet
    | SET settingName (ASSIGN settingValue)?                               # bodySet
    | DECLARE QUERY_PARAMETERS OPEN_PARENTHESIS parameters? CLOSE_PARENTHESIS # bodyDeclare
    ;

parameters: parameter (COMMA parameter)*;

parameter
    : declaredName COLON scalarType (ASSIGN expression)?                   # scalarParameter
    | declaredName COLON OPEN_PARENTHESIS (STAR | columnDeclarations)? CLOSE_PARENTHESIS # tableParameter
    ;

columnDeclarations: columnDeclaration (COMMA columnDeclaration)* COMMA?;

columnDeclaration: declaredName COLON scalarType;

scalarType: TYPE | DYNAMIC;

// ================================ pipelines ================================

pipeline: source (PIPE operator)*;

source: tabularSource | expression;

/** What can only be rows. */
tabularSource
    : DATATABLE OPEN_PARENTHESIS columnDeclarations? CLOSE_PARENTHESIS
        OPEN_BRACKET (expression (COMMA expression)* COMMA?)? CLOSE_BRACKET # datatableSource
    | PRINT namedExpressions?                                              # printSource
    | RANGE declaredName FROM expression TO expression STEP expression     # rangeSource
    | EXTERNALDATA OPEN_PARENTHESIS columnDeclarations CLOSE_PARENTHESIS
        OPEN_BRACKET expression (COMMA expression)* CLOSE_BRACKET
        (WITH OPEN_PARENTHESIS (setting (COMMA setting)*)? CLOSE_PARENTHESIS)? # externalDataSource
    | leadingOperator                                                      # leadingSource
    ;

leadingOperator: union | search | find | evaluate;

operatorChain: operator (PIPE operator)*;

operator
    : (WHERE | FILTER) hint* expression                                               # whereOperator
    | EXTEND hint* namedExpressions                                        # extendOperator
    | PROJECT hint* namedExpressions?                                      # projectOperator
    | PROJECT_AWAY namePatterns                                            # projectAwayOperator
    | PROJECT_KEEP namePatterns                                            # projectKeepOperator
    | PROJECT_RENAME namedExpressions                                      # projectRenameOperator
    | PROJECT_REORDER reorderKey (COMMA reorderKey)*                       # projectReorderOperator
    | SUMMARIZE hint* namedExpressions? (BY namedExpressions)?             # summarizeOperator
    | COUNT hint* (AS declaredName)?                                       # countOperator
    | DISTINCT hint* namedExpressions                                      # distinctOperator
    | TAKE hint* expression                                                # takeOperator
    | TOP hint* expression BY sortKey                                      # topOperator
    | topNestedLevel (COMMA topNestedLevel)*                               # topNestedOperator
    | TOP_HITTERS expression OF namedExpression (BY expression)?           # topHittersOperator
    | SORT hint* BY sortKey (COMMA sortKey)*                               # sortOperator
    | JOIN setting* path (ON expression (COMMA expression)*)?               # joinOperator
    | LOOKUP setting* path (ON expression (COMMA expression)*)?        # lookupOperator
    | union                                                                # unionOperator
    | MV_EXPAND expandSetting* expandedColumn (COMMA expandedColumn)* (TAKE expression)? # mvExpandOperator
    | MV_APPLY expandSetting* expandedColumn (COMMA expandedColumn)* (TAKE expression)?
        ON OPEN_PARENTHESIS operatorChain CLOSE_PARENTHESIS                # mvApplyOperator
    | (PARSE | PARSE_WHERE) parseSetting* expression WITH parsePart+       # parseOperator
    | PARSE_KV expression AS OPEN_PARENTHESIS columnDeclarations? CLOSE_PARENTHESIS
        (WITH OPEN_PARENTHESIS (setting (COMMA setting)*)? CLOSE_PARENTHESIS)? # parseKvOperator
    | MAKE_SERIES seriesSetting* seriesAggregate (COMMA seriesAggregate)* ON seriesAxis
        (BY namedExpressions)?                                             # makeSeriesOperator
    | SERIALIZE hint* namedExpressions?                                    # serializeOperator
    | SAMPLE hint* expression                                              # sampleOperator
    | SAMPLE_DISTINCT hint* expression OF expression                       # sampleDistinctOperator
    | GETSCHEMA (KIND ASSIGN settingValue)?                                # getSchemaOperator
    | AS hint* declaredName                                                # asOperator
    | INVOKE path                                                          # invokeOperator
    | RENDER name renderProperty* (WITH OPEN_PARENTHESIS (renderProperty (COMMA? renderProperty)*)? CLOSE_PARENTHESIS)?
                                                                           # renderOperator
    | search                                                               # searchOperator
    | find                                                                 # findOperator
    | SCAN scanSetting* (SORT BY sortKey (COMMA sortKey)*)? (PARTITION BY expression (COMMA expression)*)?
        (DECLARE OPEN_PARENTHESIS parameters CLOSE_PARENTHESIS)?
        WITH OPEN_PARENTHESIS scanStep+ CLOSE_PARENTHESIS                  # scanOperator
    | PARTITION setting* BY dottedName
        ( OPEN_PARENTHESIS operatorChain CLOSE_PARENTHESIS | OPEN_BRACE pipeline CLOSE_BRACE ) # partitionOperator
    | FORK forkBranch+                                                     # forkOperator
    | FACET BY namedExpressions (WITH (OPEN_PARENTHESIS operatorChain CLOSE_PARENTHESIS | operator))? # facetOperator
    | REDUCE reduceSetting* BY expression (WITH setting (COMMA setting)*)? # reduceOperator
    | CONSUME setting*                                                     # consumeOperator
    | evaluate                                                             # evaluateOperator
    | UNSUPPORTED_OPERATOR skipped*                                        # unsupportedOperator
    | IDENTIFIER skipped*                                                  # unknownOperator
    ;

union: UNION setting* unionLeg (COMMA unionLeg)*;

/** A pattern of tables, or a table, a call, a path through calls, a pipeline in parentheses. */
unionLeg: wildcardPattern | path;

search: SEARCH searchSetting* (IN OPEN_PARENTHESIS unionLeg (COMMA unionLeg)* CLOSE_PARENTHESIS)? expression;

find
    : FIND findSetting* (IN OPEN_PARENTHESIS unionLeg (COMMA unionLeg)* CLOSE_PARENTHESIS)? WHERE? expression
        (PROJECT_SMART | PROJECT findColumn (COMMA findColumn)*)? (PROJECT_AWAY namePatterns)?
    ;

findColumn: path (COLON scalarType)?;

evaluate: EVALUATE hint* name OPEN_PARENTHESIS arguments? CLOSE_PARENTHESIS promisedSchema?;

promisedSchema
    : COLON OPEN_PARENTHESIS (STAR (COMMA columnDeclarations)? | columnDeclarations (COMMA STAR)?)? CLOSE_PARENTHESIS
    ;

namedExpressions: namedExpression (COMMA namedExpression)*;

namedExpression
    : declaredName ASSIGN expression
    | OPEN_PARENTHESIS declaredName (COMMA declaredName)* COMMA? CLOSE_PARENTHESIS ASSIGN expression
    | expression
    ;

reorderKey: namePattern (ASC | DESC | GRANNY_ASC | GRANNY_DESC)?;

sortKey: expression (ASC | DESC)? (NULLS (FIRST | LAST))?;

topNestedLevel
    : TOP_NESTED expression? OF namedExpression (WITH OTHERS ASSIGN expression)? BY namedExpression (ASC | DESC)?
    ;

expandedColumn: namedExpression (TO TYPEOF OPEN_PARENTHESIS scalarType CLOSE_PARENTHESIS)?;

parsePart
    : STAR                                                                 # parseSkip
    | STRING_LITERAL                                                       # parseText
    | declaredName (COLON scalarType)?                                     # parseColumn
    ;

seriesAggregate: namedExpression (DEFAULT ASSIGN expression)?;

seriesAxis
    : (declaredName ASSIGN)? additive
        ( IN RANGE OPEN_PARENTHESIS expression COMMA expression COMMA expression CLOSE_PARENTHESIS
        | (FROM from=expression)? (TO to=expression)? STEP step_=expression
        )
    ;

renderProperty: declaredName ASSIGN renderValue (COMMA renderValue)*;

renderValue: number | text | TRUE | FALSE | name;

scanStep
    : STEP name OPTIONAL? (OUTPUT ASSIGN name)? COLON expression (ARROW namedExpressions)? SEMICOLON
    ;

forkBranch: (declaredName ASSIGN)? OPEN_PARENTHESIS operatorChain CLOSE_PARENTHESIS;

/** A word in brackets, or any token that is none; used where the binder refuses the whole. */
skipped
    : OPEN_PARENTHESIS (skipped | PIPE | SEMICOLON)* CLOSE_PARENTHESIS
    | OPEN_BRACKET (skipped | PIPE | SEMICOLON)* CLOSE_BRACKET
    | OPEN_BRACE (skipped | PIPE | SEMICOLON)* CLOSE_BRACE
    | ~(OPEN_PARENTHESIS | CLOSE_PARENTHESIS | OPEN_BRACKET | CLOSE_BRACKET | OPEN_BRACE | CLOSE_BRACE | PIPE | SEMICOLON
        | UNTERMINATED_TEXT | UNEXPECTED)
    ;

// ================================ settings ================================

hint: HINT DOT declaredName ASSIGN settingValue;

setting: hint | declaredName ASSIGN settingValue;

expandSetting: hint | (KIND | BAGEXPANSION | WITH_ITEMINDEX) ASSIGN settingValue;

parseSetting: hint | (KIND | FLAGS) ASSIGN settingValue;

seriesSetting: hint | KIND ASSIGN settingValue;

searchSetting: hint | KIND ASSIGN settingValue;

findSetting: hint | (WITHSOURCE | KIND) ASSIGN settingValue;

scanSetting: hint | (IDENTIFIER | KIND) ASSIGN settingValue;

reduceSetting: hint | KIND ASSIGN settingValue;

settingName: declaredName (DOT declaredName)*;

settingValue: number | STRING_LITERAL | dottedName | keyword | TRUE | FALSE | otherLiteral | dynamicLiteral;

// ================================ expressions, loosest first ================================

expression: conjunction (OR conjunction)*;

conjunction: equality (AND equality)*;

equality
    : relation
        ( (EQUAL | NOT_EQUAL | EQUAL_TILDE | NOT_EQUAL_TILDE) relation
        | (IN | NOT_IN | IN_TILDE | NOT_IN_TILDE | HAS_ANY | HAS_ALL) OPEN_PARENTHESIS items? CLOSE_PARENTHESIS
        | (BETWEEN | NOT_BETWEEN) OPEN_PARENTHESIS additive RANGE_DOTS additive CLOSE_PARENTHESIS
        )?
    ;

/** Scalars, or one pipeline: were each item a pipeline, a comma could belong to its last operator as well. */
items
    : tabularSource (PIPE operator)*
    | expression ((COMMA expression)* | (PIPE operator)+)
    ;

relation: stringRelation ((LESS | LESS_OR_EQUAL | GREATER | GREATER_OR_EQUAL) stringRelation)?;

stringRelation: additive ((STRING_OPERATOR | MATCHES REGEX | COLON) additive)?;

additive: multiplicative ((PLUS | MINUS) multiplicative)*;

multiplicative: unary ((STAR | SLASH | PERCENT) unary)*;

unary: (PLUS | MINUS)? operand;

operand: path | literal | STAR;

literal: number | text | TRUE | FALSE | otherLiteral | typeOf;

number: LONG_LITERAL DOT? | REAL_LITERAL;

text: STRING_LITERAL+;

otherLiteral: TIMESPAN_LITERAL | typedLiteral;

typeOf: TYPEOF OPEN_PARENTHESIS (scalarType | STAR | columnDeclarations
    | OPEN_PARENTHESIS columnDeclarations CLOSE_PARENTHESIS) CLOSE_PARENTHESIS;

/** A name, call, parenthesis or dynamic literal, and the steps into it. */
path: root step*;

root
    : name (OPEN_PARENTHESIS arguments? CLOSE_PARENTHESIS)?
    | OPEN_PARENTHESIS pipeline CLOSE_PARENTHESIS
    | dynamicLiteral
    ;

step
    : DOT ((IDENTIFIER | freeWord | keyword) (OPEN_PARENTHESIS arguments? CLOSE_PARENTHESIS)? | OPEN_BRACKET expression CLOSE_BRACKET)
    | OPEN_BRACKET expression CLOSE_BRACKET
    ;

/** As with items. */
arguments
    : tabularSource (PIPE operator)*
    | argument ((COMMA argument)* | (PIPE operator)+)
    ;

argument: (declaredName ASSIGN)? expression;

dynamicLiteral: DYNAMIC OPEN_PARENTHESIS dynamicValue CLOSE_PARENTHESIS;

dynamicValue
    : OPEN_BRACE (dynamicProperty (COMMA dynamicProperty)* COMMA?)? CLOSE_BRACE # dynamicBag
    | OPEN_BRACKET (dynamicValue (COMMA dynamicValue)* COMMA?)? CLOSE_BRACKET   # dynamicArray
    | MINUS? (number | TIMESPAN_LITERAL)                                        # dynamicNumber
    | STRING_LITERAL                                                            # dynamicText
    | (TRUE | FALSE | NULL)                                                     # dynamicWord
    | typedLiteral                                                                # dynamicTyped
    | dynamicLiteral                                                            # dynamicNested
    ;

typedLiteral
    : DATETIME_LITERAL
    | TIMESPAN_TYPED_LITERAL
    | GUID_LITERAL
    | BOOL_LITERAL
    | INT_LITERAL
    | LONG_TYPED_LITERAL
    | REAL_TYPED_LITERAL
    | DECIMAL_LITERAL
    ;

dynamicProperty: STRING_LITERAL COLON dynamicValue;

// ================================ names ================================

namePatterns: namePattern (COMMA namePattern)*;

/** Sign*, *_CL, a*b: the parts must touch, which the tree builder checks. */
namePattern: wildcardPattern | name;

wildcardPattern: STAR (patternWord STAR?)* | name STAR (patternWord STAR?)*;

patternWord: IDENTIFIER | LONG_LITERAL | COUNT | TYPE;

dottedName: name (DOT declaredName)*;

/** A name in an expression: every word but those that would make the text ambiguous. */
name: IDENTIFIER | bracketedName | freeWord;

/** A name that is being given, where any word will do. */
declaredName: IDENTIFIER | bracketedName | freeWord | keyword;

bracketedName: OPEN_BRACKET STRING_LITERAL CLOSE_BRACKET;

/** Words of the language that are names as well. */
freeWord
    : ALIAS | AS | ASC | BAGEXPANSION | CONSUME | COUNT | DECLARE | DEFAULT | DESC | DISTINCT | EVALUATE | EXTEND | FACET | FILTER | FIRST
    | FLAGS | FORK | FROM | GETSCHEMA | HINT | INVOKE | JOIN | KIND | LAST | LET | LOOKUP | MATCHES | NULL | NULLS | ON
    | OPTIONAL | OTHERS | OUTPUT | PARSE | PARTITION | PATTERN | QUERY_PARAMETERS | RANGE | REDUCE | REGEX | RENDER
    | RESTRICT | SAMPLE | SCAN | SERIALIZE | SORT | STEP | SUMMARIZE | TAKE | TO | TOP | VIEW | WITH | WITHSOURCE
    | WITH_ITEMINDEX | TYPE
    ;

/** Words that are names only where one is declared. */
keyword
    : AND | BETWEEN | BY | DATATABLE | DYNAMIC | EXTERNALDATA | FIND | HAS_ALL | HAS_ANY | IN | OF | OR
    | PRINT | PROJECT | SEARCH | SET | STRING_OPERATOR | TYPEOF | UNION | WHERE
    ;
