package dev.harrier.kql.bind;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names and types of result columns, as the analyser of the original language gives them. */
class ColumnNamesTest {
    private static final String T = "a:long, b:string, d:dynamic, t:datetime, r:real, k:string, f:bool, i:int";

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
            T | count                                            > Count:long
            T | count as X                                       > X:long
            print 1, 'a', x = 2                                  > print_0:long, print_1:string, x:long
            T | project a, a+1, a*2, tostring(a), b              > a:long, Column1:long, Column2:long, a1:string, b:string
            T | project d.x, d['y z'], d[0], d.a.b[0].c, d[k]    > d_x:dynamic, d_y z:dynamic, d_0:dynamic, d_a_b_0_c:dynamic, d_:dynamic
            T | project tostring(d.x), strlen(b)                 > d_x:string, strlen_b:long
            T | project Column1 = b, a+1                         > Column1:string, Column11:long
            T | project-keep r, a                                > a:long, r:real
            T | project-rename z = a | project-keep z, b         > z:long, b:string
            T | project-reorder k, d, * asc                      > k:string, d:dynamic, a:long, b:string, f:bool, i:int, r:real, t:datetime
            T | project-away d, t, r, k, f, i                    > a:long, b:string
            T | distinct tolower(b), k                           > Column1:string, k:string
            T | summarize count(), count(), sum(a), sum(a)       > count_:long, count_1:long, sum_a:long, sum_a1:long
            T | summarize x = max(a), max(a) by max_a = b        > max_a:string, x:long, max_a1:long
            T | summarize count() by tostring(d.x), bin(t, 1h)   > d_x:string, t:datetime, count_:long
            T | summarize by tolower(k)                          > Column1:string
            T | summarize max(a) - min(a), round(avg(a), 2), tostring(make_set(a)) > Column1:long, avg_a:real, set_a:string
            T | summarize arg_max(a, r, k) by b                  > b:string, a:long, r:real, k:string
            T | summarize arg_max(a, *) by k | project-away d    > k:string, a:long, b:string, t:datetime, r:real, f:bool, i:int
            T | summarize x = arg_max(t, *) by bin(t, 1d) | project-away d > t:datetime, x:datetime, a:long, b:string, r:real, k:string, f:bool, i:int
            T | summarize take_any(a, k)                         > a:long, k:string
            T | summarize any(a), argmax(a, k)                   > any_a:long, max_a:long, max_a_k:string
            T | project a, k | join U on k                       > a:long, k:string, a2:long, b:long, k1:string, z:string, a1:long
            T | join kind=rightanti V on k                       > k:string, q:real
            T | project a, k | lookup V on k                     > a:long, k:string, q:real
            union (T | project a, b), (U | project a, b)         > a:long, b_string:string, b_long:long
            union kind=inner (T | project a, b), (U | project a, z) > a:long
            union withsource=S (T | project a), (V | project q)  > S:string, a:long, q:real
            union (print x = 1), (print x = toint(2)), (print x_long = 3) > x_long1:long, x_int:int, x_long:long
            T | project a, d | mv-expand d to typeof(long)       > a:long, d:long
            T | project a, d | mv-expand with_itemindex=a d.x    > a:long, d:dynamic, d_x:dynamic, a1:long
            range x from 1 to 10.5 step 1                        > x:real
            V | getschema                                        > ColumnName:string, ColumnOrdinal:long, DataType:string, ColumnType:string
            V | sort by q asc | extend row_number(), p = prev(q) > k:string, q:real, Column1:long, p:real
            """)
    void areThoseOfTheEngine(String query, String columns) {
        assertThat(Bindings.columns(query)).isEqualTo(columns);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
            T | extend a                        > ''
            T | extend tostring(d.x), 1, 2      > ', d_x:string, Column1:long, Column2:long'
            T | extend x = a in (1, 2), y = 5/2 > ', x:bool, y:long'
            T | extend 1d/1h, now() - t         > ', Column1:real, Column2:timespan'
            """)
    void extendKeepsTheColumnsBefore(String query, String added) {
        assertThat(Bindings.columns(query)).isEqualTo(T + added);
    }
}
