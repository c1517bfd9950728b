package dev.harrier.benchmark.language;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Query texts to measure with. */
final class Texts {
    /** An analytics rule as they are written: 1.9 KB, functions, a join, a union by name. */
    static final String RULE = """
            let lookback = 14d;
            let window = 1h;
            let threshold = 10;
            let failures = dynamic(["50053", "50126", "50055", "50057", "50155", "50105", "50133", "50005"]);
            let signIns = (tableName: string) {
                table(tableName)
                | where TimeGenerated > ago(lookback) and isnotempty(IPAddress)
                | extend Place = todynamic(LocationDetails), Device = todynamic(DeviceDetail)
                | extend City = tostring(Place.city), State = tostring(Place.state)
                | extend Country = tostring(Place["countryOrRegion"]), Browser = tolower(tostring(Device.browser))
                | extend Failed = ResultType in (failures), Domain = tostring(split(UserPrincipalName, "@")[1])
            };
            let interactive = signIns("SigninLogs");
            let silent = signIns("AADNonInteractiveUserSignInLogs");
            let known = interactive
                | where TimeGenerated < ago(1d) and not(Failed)
                | summarize Seen = dcount(bin(TimeGenerated, 1d)) by UserPrincipalName, Country
                | where Seen >= 3;
            union isfuzzy=true interactive, silent
            | where TimeGenerated > ago(1d) and AppDisplayName !has "Windows Sign In"
            | where UserPrincipalName !startswith "sync_" and Domain !in~ ("contoso.onmicrosoft.com", "fabrikam.example")
            | summarize First = min(TimeGenerated), Last = max(TimeGenerated), Failures = countif(Failed), Successes = countif(not(Failed)),
                Addresses = make_set(IPAddress, 50), Applications = make_set(AppDisplayName, 20), Browsers = dcount(Browser)
                by UserPrincipalName, Country, City, State, Window = bin(TimeGenerated, window)
            | where Failures > threshold and Successes > 0 and array_length(Addresses) between (2 .. 40)
            | join kind=leftanti known on UserPrincipalName, Country
            | extend Ratio = round(100.0 * Failures / (Failures + Successes), 1), Minutes = datetime_diff("minute", Last, First)
            | extend Severity = case(Ratio > 90, "High", Ratio > 50, "Medium", "Low")
            | project Window, UserPrincipalName, Country, City, Failures, Successes, Ratio, Severity, Minutes, Addresses
            | sort by Failures desc, UserPrincipalName asc
            """;

    private Texts() {}

    /** {@code iff} within {@code iff}. */
    static String nested(int depth) {
        return "range x from 1 to 2 step 1 | extend y = "
                + IntStream.range(0, depth).mapToObj(i -> "iff(x == " + i + ", " + i + ", ")
                        .collect(Collectors.joining())
                + "-1" + ")".repeat(depth);
    }

    /** One condition of many terms. */
    static String chain(String operator, int terms) {
        String sum = operator.equals("+") ? "extend y = " : "where ";
        return "range x from 1 to 2 step 1 | " + sum + IntStream.range(0, terms)
                .mapToObj(i -> operator.equals("+") ? "x" : "x != " + (i + 1000))
                .collect(Collectors.joining(" " + operator + " "));
    }
}
