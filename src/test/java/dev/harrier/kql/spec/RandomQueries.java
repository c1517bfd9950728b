package dev.harrier.kql.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws tables, conditions and pipelines over columns of every kind that the index treats in its own way. */
final class RandomQueries {

    static final String COLUMNS = "Id:long, User:string, App:string, Code:int, Score:real, At:datetime, Ok:bool, "
            + "Took:timespan, Detail:dynamic";

    private static final List<String> USERS = List.of("''", "'ada'", "'Ada'", "'bob'", "'müller'", "'MÜLLER'", "'a_b'");
    private static final List<String> CODES = List.of("int(null)", "0", "1", "50126", "-1");
    private static final List<String> SCORES = List.of("real(null)", "0.0", "-0.0", "1.5", "real(nan)", "real(+inf)");
    private static final List<String> TIMES = List.of("datetime(null)", "datetime(2024-05-01)",
            "datetime(2024-05-01 10:00:00.1234567)", "datetime(1969-12-31)", "datetime(2024-04-30 23:59:59)");
    private static final List<String> DETAILS = List.of("dynamic(null)", "dynamic({\"a\":1})", "dynamic([1,2])",
            "dynamic({\"a\":\"x\"})", "dynamic(7)");
    private static final List<String> CONDITIONS = List.of("User == 'ada'", "User =~ 'ADA'", "User != 'bob'",
            "User has 'b'", "User contains 'Ü'", "User startswith 'a'", "isempty(User)", "User in ('ada', 'bob')",
            "User !in~ ('ADA')", "User matches regex '^[a-m]'", "strlen(User) > 3", "Code == 0", "Code != 0",
            "Code in (0, 50126)", "Code > 0", "Score > 0", "Score == 0.0", "isnan(Score)", "At > datetime(2024-04-30)",
            "At between (datetime(2024-05-01) .. 1d)", "Ok", "Took > 1m", "Detail.a == 1", "isnull(Detail.a)",
            "tostring(Detail.a) == 'x'", "User == App", "toint(User) == 1", "isnull(toint(User))", "Code + 1 > 1",
            "tolower(User) == 'ada'", "hourofday(At) == 10", "isnull(Code)");
    private static final List<String> STEPS = List.of("extend X = strcat(User, '/', App), Half = Code / 2",
            "project-reorder Code, *", "project-rename Who = User | project-rename User = Who", "sort by Id asc",
            "where isnotempty(App)",
            "mv-expand Detail | project Id, User, App, Code, Score, At, Ok, Took, Detail",
            "join kind=leftouter (T | summarize Uses = count() by App) on App | project-away App1",
            "join kind=leftsemi (T | where Code == 0) on User", "where Id < 50", "serialize");
    private static final List<String> ENDS = List.of("summarize count(), dcount(App), max(Id) by User",
            "summarize n = count(), low = min(Score), high = max(At) by App, Ok",
            "summarize make_set(Code) by User | count",
            "count", "top 7 by Id | project Id", "summarize countif(Code == 0), sum(Code) by bin(At, 1h)",
            "summarize arg_max(Id, User, App) by Ok", "project Id, User, Code", "distinct App",
            "summarize avg(Code), take_any(App) by tolower(App)");

    private final Random random;

    RandomQueries(long seed) {
        this.random = new Random(seed);
    }

    /** A {@code datatable} of so many rows; the ids are those from 0. */
    String table(int rows) {
        List<String> values = new ArrayList<>();
        for (int id = 0; id < rows; id++) {
            values.add(String.join(", ", Integer.toString(id), one(USERS), one(USERS), one(CODES), one(SCORES),
                    one(TIMES), one(List.of("true", "false", "bool(null)")),
                    one(List.of("time(null)", "1m", "-1d", "2h")),
                    one(DETAILS)));
        }
        return "datatable(" + COLUMNS + ")[" + String.join(",\n", values) + "]";
    }

    String condition() {
        return switch (random.nextInt(6)) {
            case 0 -> "(" + condition() + " and " + condition() + ")";
            case 1 -> "(" + condition() + " or " + condition() + ")";
            case 2 -> "not(" + condition() + ")";
            default -> one(CONDITIONS);
        };
    }

    /** The steps of a pipeline over {@code T}, each without its bar. */
    List<String> pipeline() {
        List<String> steps = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            steps.add(random.nextInt(2) == 0 ? "where " + condition() : one(STEPS));
        }
        steps.add(one(ENDS));
        return steps;
    }

    String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }
}
