package dev.harrier.kql.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.harrier.kql.KqlEngine;
import dev.harrier.kql.QueryOptions;
import dev.harrier.kql.completion.Completion.Item;
import dev.harrier.kql.table.Storage;
import dev.harrier.kql.table.Table;
import dev.harrier.kql.table.Tables;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Schema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How texts could go on; {@code ^} marks the position. */
class CompletionTest {
    private static final Schema SIGN_INS = Schema.of(List.of(new Column("TimeGenerated", ScalarType.DATETIME),
            new Column("UserPrincipalName", ScalarType.STRING), new Column("UserId", ScalarType.STRING),
            new Column("ResultType", ScalarType.STRING), new Column("DurationMs", ScalarType.LONG),
            new Column("odd name", ScalarType.LONG), new Column("Status", ScalarType.DYNAMIC)));
    private static final Schema AUDIT = Schema.of(List.of(new Column("TimeGenerated", ScalarType.DATETIME),
            new Column("UserId", ScalarType.STRING), new Column("OperationName", ScalarType.STRING)));
    private final List<String> asked = new ArrayList<>();

    private record Fixed(String name, Schema schema) implements Table {
        @Override
        public Optional<String> timeColumn() {
            return Optional.of("TimeGenerated");
        }

        @Override
        public Storage storage() {
            throw new UnsupportedOperationException("completion reads no rows itself");
        }
    }

    private static final class TwoTables implements Tables {
        @Override
        public Optional<Table> find(String name) {
            return switch (name) {
                case "SigninLogs" -> Optional.of(new Fixed(name, SIGN_INS));
                case "AuditLogs" -> Optional.of(new Fixed(name, AUDIT));
                default -> Optional.empty();
            };
        }

        @Override
        public List<String> names() {
            return List.of("AuditLogs", "SigninLogs");
        }
    }

    private Completion complete(String marked) {
        int position = marked.indexOf('^');
        return new KqlEngine(new TwoTables()).complete(marked.replace("^", ""), position, QueryOptions.DEFAULT,
                query -> {
                    asked.add(query);
                    return List.of("0", "50126", "it's \"odd\"");
                });
    }

    private List<String> labels(String marked) {
        return complete(marked).items().stream().map(Item::label).toList();
    }

    @Test
    void aNewLineEndsAWord() {
        assertThat(labels("SigninLogs\n^")).contains("where");
    }

    @Test
    void columnsThatTakeTooMuchToKnowAreLeftOut() {
        String wide = "range x from 1 to 100000000000 step 1 | evaluate pivot(x)";
        assertThat(labels(wide + " | where ^")).contains("round");
    }

    @Test
    void longWordsTakeNoLongerThanLongTexts() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            complete("a".repeat(200_000) + " ^");
            complete("SigninLogs | a" + "-a".repeat(100_000) + "^");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            ^                                                           ¦ SigninLogs
            Sig^                                                        ¦ SigninLogs
            SigninLogs | ^                                              ¦ where
            SigninLogs | pro^                                           ¦ project
            SigninLogs | project-re^                                    ¦ project-rename
            SigninLogs w^                                               ¦ where
            SigninLogs | where Us^                                      ¦ UserPrincipalName
            SigninLogs | where UserId ^                                 ¦ ==
            SigninLogs | where UserId h^                                ¦ has
            SigninLogs | where UserId !^                                ¦ !has
            SigninLogs | where UserId == 'a' a^                         ¦ and
            SigninLogs | where UserId == 'a' and ^                      ¦ ResultType
            SigninLogs | where isempty(^                                ¦ UserId
            SigninLogs | where nosuch == 1 | where Us^                  ¦ UserId
            SigninLogs | extend Day = startofday(Tim^                   ¦ TimeGenerated
            SigninLogs | extend Day = startofday(TimeGenerated) | where D^ ¦ Day
            SigninLogs | summarize ^                                    ¦ arg_max
            SigninLogs | summarize n = co^                              ¦ count
            SigninLogs | summarize count() b^                           ¦ by
            SigninLogs | summarize count() by ^                         ¦ UserId
            SigninLogs | summarize count() by bin(^                     ¦ TimeGenerated
            SigninLogs | summarize count() by UserId | where c^         ¦ count_
            SigninLogs | summarize n = count() by UserId | sort by ^    ¦ n
            SigninLogs | sort by UserId ^                               ¦ asc
            SigninLogs | top 5 b^                                       ¦ by
            SigninLogs | join ^                                         ¦ AuditLogs
            SigninLogs | join kind=^                                    ¦ inner
            SigninLogs | join (Au^                                      ¦ AuditLogs
            SigninLogs | join kind=inner (AuditLogs | where Op^         ¦ OperationName
            SigninLogs | join (AuditLogs | ^                            ¦ where
            SigninLogs | join (AuditLogs) ^                             ¦ on
            SigninLogs | join (AuditLogs) on ^                          ¦ UserId
            SigninLogs | join (AuditLogs) on $left.UserId == $right.^   ¦ OperationName
            SigninLogs | where UserId in ((AuditLogs | project ^        ¦ OperationName
            let x = toscalar(AuditLogs | where ^                        ¦ OperationName
            let old = ago(1d); SigninLogs | where TimeGenerated > o^    ¦ old
            let T = SigninLogs | where ^                                ¦ UserId
            let T = SigninLogs; T | where ^                             ¦ UserId
            let f = (n:long) { n + 1 }; print f^                        ¦ f
            let f = (T:(a:string, b:long)) { T | where ^                ¦ a
            SigninLogs | mv-apply s = Status on (where s^               ¦ s
            SigninLogs | evaluate ^                                     ¦ bag_unpack
            SigninLogs | render ^                                       ¦ timechart
            SigninLogs | project-away U^                                ¦ UserPrincipalName
            union ^                                                     ¦ SigninLogs
            union SigninLogs, A^                                        ¦ AuditLogs
            SigninLogs | where odd^                                     ¦ odd name
            print strl^                                                 ¦ strlen
            """)
    void areOffered(String text, String label) {
        assertThat(labels(text)).contains(label);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            SigninLogs | join (AuditLogs) on ^             ¦ OperationName
            SigninLogs | project UserId | where ^          ¦ ResultType
            SigninLogs | join kind=inner (AuditLogs | where ^ ¦ ResultType
            SigninLogs | where UserId == ^                 ¦ where
            SigninLogs | ^                                 ¦ UserId
            SigninLogs | project-away ^                    ¦ strlen
            """)
    void areNotOffered(String text, String label) {
        assertThat(labels(text)).doesNotContain(label);
    }

    @Test
    void replaceTheWholeWord() {
        Completion completion = complete("SigninLogs | where User^Prin == 'x'");
        assertThat(completion.start()).isEqualTo(19);
        assertThat(completion.length()).isEqualTo(8);
        assertThat(completion.items().getFirst()).isEqualTo(
                new Item("UserPrincipalName", Completion.Kind.COLUMN, "UserPrincipalName", "string", ""));
    }

    @Test
    void areWrittenAsTheyMustBe() {
        assertThat(complete("SigninLogs | where odd^").items().getFirst().insertText()).isEqualTo("['odd name']");
        assertThat(complete("SigninLogs su^").items().getFirst().insertText()).isEqualTo("| summarize");
        assertThat(complete("print strle^").items().getFirst().insertText()).isEqualTo("strlen(");
        assertThat(complete("print strle^").items().getFirst().detail()).startsWith("strlen(").endsWith(": long");
        assertThat(complete("print pi^").items().getFirst().insertText()).isEqualTo("pi()");
    }

    @Test
    void areTheValuesOfAColumn() {
        assertThat(complete("SigninLogs | where ResultType == ^").items().subList(0, 3)).extracting(Item::insertText)
                .containsExactly("\"0\"", "\"50126\"", "\"it's \\\"odd\\\"\"");
        assertThat(asked).containsExactly("['SigninLogs'] | where ['TimeGenerated'] > ago(30d) | summarize count() by "
                + "['ResultType'] | top 20 by count_ | project ['ResultType']");
        assertThat(labels("SigninLogs | where ResultType in ('0', ^").getFirst()).isEqualTo("0");
        Completion open = complete("SigninLogs | where ResultType == '50^'");
        assertThat(open.items()).extracting(Item::insertText).containsExactly("'50126'");
        assertThat(List.of(open.start(), open.length())).containsExactly(33, 4);
    }

    @Test
    void areNoValuesOfWhatIsComputed() {
        complete("SigninLogs | extend Name = tolower(UserId) | where Name == ^");
        complete("SigninLogs | where TimeGenerated > ^");
        assertThat(asked).isEmpty();
    }

    @Test
    void areNoneWhereNothingIsToBeCompleted() {
        assertThat(labels("SigninLogs // where ^")).isEmpty();
        assertThat(labels("SigninLogs | take 1^")).isEmpty();
        assertThat(labels("SigninLogs | where Status.^")).isEmpty();
        assertThat(labels("print 'some text ^")).isEmpty();
    }
}
