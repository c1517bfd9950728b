package dev.harrier.sample.scenario;

import java.util.Map;

import dev.harrier.sample.world.Address;

/** Logons on servers, as the hosts report them. */
final class Hosts {
    private Hosts() {}

    static void secureShell(Story story, String host, String message, long at) {
        story.row("Syslog", "", at,
                Map.of("Facility", "authpriv", "ProcessName", "sshd", "SeverityLevel", "info", "Computer", host,
                        "HostName",
                        host, "HostIP", "10.20.1." + (10 + host.hashCode() % 7), "ProcessID",
                        1_000 + story.dice().below(9_000),
                        "SyslogMessage", message));
    }

    /**
     * @param event
     *            4624 for a logon, 4625 for a failed one
     */
    static void windows(Story story, int event, Address source, String account, long at) {
        String activity = event == 4624
                ? "4624 - An account was successfully logged on."
                : "4625 - An account failed to log on.";
        story.row("SecurityEvent", "EventRecordId", at, Map.ofEntries(Map.entry("EventID", event),
                Map.entry("Activity", activity), Map.entry("Account", "TIDEWATER\\" + account),
                Map.entry("AccountType", "User"), Map.entry("TargetUserName", account),
                Map.entry("TargetDomainName", "TIDEWATER"), Map.entry("Computer", "TF-SRV-04.tidewater.example"),
                Map.entry("IpAddress", source.ip()), Map.entry("IpPort", "50211"), Map.entry("LogonType", 3),
                Map.entry("LogonTypeName", "3 - Network"), Map.entry("LogonProcessName", "NtLmSsp"),
                Map.entry("EventSourceName", "Microsoft-Windows-Security-Auditing"), Map.entry("Channel", "Security")));
    }
}
