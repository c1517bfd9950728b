package dev.harrier.sample;

import java.util.List;
import java.util.Map;

import dev.harrier.sample.record.CompanionRow;
import dev.harrier.sample.record.DirectoryChange;
import dev.harrier.sample.record.SampleEvent;
import dev.harrier.sample.world.Address;
import dev.harrier.sample.world.Dice;
import dev.harrier.sample.world.Networks;
import dev.harrier.sample.world.Person;
import dev.harrier.sample.world.Places;
import dev.harrier.sample.world.SampleWorld;
import dev.harrier.sample.world.Ticks;

/**
 * What happens beside sign-ins on an ordinary day: directory changes, and rows in the tables that rules correlate with.
 * To add a table, add a kind with its share and a method that makes one row.
 */
final class CompanionTraffic {
    private static final List<String> CHANGES = List.of("Update user", "Add member to group", "Reset user password",
            "Update device", "Change user password", "Remove member from group", "Update application");
    private static final List<String> OFFICE_OPERATIONS = List.of("FileAccessed", "FileModified", "MailItemsAccessed",
            "TeamsSessionStarted", "MessageSent", "FileDownloaded");

    private enum Kind {
        CHANGE(15), HOST(10), LINUX(10), FIREWALL(10), VPN(5), OFFICE(15), MANAGEMENT(4), CONSOLE(2), WEB(5), NAMES(
                4), BEHAVIOUR(5), ALERT(1);

        private final int perThousand;

        Kind(int perThousand) {
            this.perThousand = perThousand;
        }
    }

    private final SampleWorld world;
    private final Background background;
    private final List<Person> administrators;

    CompanionTraffic(SampleWorld world, Background background) {
        this.world = world;
        this.background = background;
        this.administrators = world.privileged();
    }

    /**
     * @param signIns
     *            everyday sign-ins in the same slice; the rest is in proportion to them
     */
    void add(List<SampleEvent> to, long signIns, long from, long until, Dice dice) {
        for (Kind kind : Kind.values()) {
            long wanted = signIns * kind.perThousand;
            long count = wanted / 1_000 + (dice.below(1_000) < wanted % 1_000 ? 1 : 0);
            for (long made = 0; made < count; made++) {
                to.add(event(kind, dice.between(from, until), dice));
            }
        }
        identities(to, from, until, dice);
    }

    private SampleEvent event(Kind kind, long at, Dice dice) {
        return switch (kind) {
            case CHANGE -> change(at, dice);
            case HOST -> host(at, dice);
            case LINUX -> linux(at, dice);
            case FIREWALL -> firewall(at, dice);
            case VPN -> tunnel(at, dice);
            case OFFICE -> office(at, dice);
            case MANAGEMENT -> management(at, dice);
            case CONSOLE -> console(at, dice);
            case WEB -> web(at, dice);
            case NAMES -> names(at, dice);
            case BEHAVIOUR -> behaviour(at, dice);
            case ALERT -> alert(at, dice);
        };
    }

    private SampleEvent change(long at, Dice dice) {
        Person administrator = dice.pick(administrators);
        Person target = dice.pick(world.people());
        String operation = dice.pick(CHANGES);
        boolean own = operation.equals("Change user password");
        Person initiator = own ? target : administrator;
        String verb = operation.startsWith("Add") ? "Assign" : "Update";
        return new DirectoryChange("Directory_" + dice.token(12), dice.guid(), at, operation,
                operation.contains("group") ? "GroupManagement" : "UserManagement", verb, initiator,
                initiator.whereabouts(at), DirectoryChange.Target.of(target),
                List.of(new DirectoryChange.Property("Included Updated Properties", "", "\"" + operation + "\"")));
    }

    private static SampleEvent host(long at, Dice dice) {
        boolean fails = dice.chance(0.03);
        String account = "user" + dice.below(400);
        return CompanionRow.of("SecurityEvent", at, "EventRecordId", dice.guid()).with("EventID", fails ? 4625 : 4624)
                .with("Activity",
                        fails ? "4625 - An account failed to log on." : "4624 - An account was successfully logged on.")
                .with("Account", "TIDEWATER\\" + account).with("AccountType", "User").with("TargetUserName", account)
                .with("Computer", "TF-SRV-0" + dice.below(9) + ".tidewater.example").with("LogonType", 3)
                .with("LogonTypeName", "3 - Network").with("IpAddress", inside(dice)).with("Channel", "Security");
    }

    private static SampleEvent linux(long at, Dice dice) {
        boolean scheduled = dice.chance(0.7);
        String message = scheduled
                ? "pam_unix(cron:session): session opened for user root"
                : "Accepted publickey for deploy from " + inside(dice) + " port 40112 ssh2";
        return CompanionRow.of("Syslog", at, "", "").with("Facility", scheduled ? "cron" : "authpriv")
                .with("ProcessName", scheduled ? "CRON" : "sshd").with("SeverityLevel", "info")
                .with("Computer", "TF-LNX-0" + dice.below(9)).with("ProcessID", 1_000 + dice.below(30_000))
                .with("SyslogMessage", message);
    }

    private static SampleEvent firewall(long at, Dice dice) {
        Address source = Networks.hosting(30_000 + dice.below(20_000), dice.pick(Places.HOSTILE));
        return CompanionRow.of("CommonSecurityLog", at, "DeviceExternalID", dice.guid()).with("DeviceVendor", "Cisco")
                .with("DeviceProduct", "ASA").with("DeviceAction", "denied").with("DeviceEventClassID", "106023")
                .with("DeviceName", "TF-FW-01").with("Computer", "TF-LOG-01").with("SourceIP", source.ip())
                .with("DestinationIP", "203.0.113." + (10 + dice.below(4)))
                .with("DestinationPort", 1 + dice.below(9_000))
                .with("Protocol", "TCP").with("LogSeverity", "4");
    }

    private SampleEvent tunnel(long at, Dice dice) {
        Person person = background.someone(at, dice);
        return CompanionRow.of("CommonSecurityLog", at, "DeviceExternalID", dice.guid())
                .with("DeviceVendor", "Palo Alto Networks").with("DeviceProduct", "PAN-OS")
                .with("DeviceEventClassID", "globalprotect").with("Activity", "GLOBALPROTECT")
                .with("DeviceName", "TF-VPN-01").with("Computer", "TF-LOG-01").with("SourceIP", person.home().ip())
                .with("SourceUserName", person.upn())
                .with("Message",
                        "GlobalProtect gateway user authentication succeeded. Login from: " + person.home().ip()
                                + ", Source region: " + person.place().country() + ", User name: " + person.upn()
                                + ", Client OS version: Microsoft Windows 11 Pro");
    }

    private SampleEvent office(long at, Dice dice) {
        Person person = background.someone(at, dice);
        return CompanionRow.of("OfficeActivity", at, "OfficeId", dice.guid())
                .with("Operation", dice.pick(OFFICE_OPERATIONS))
                .with("OfficeWorkload", "SharePoint").with("RecordType", "SharePointFileOperation")
                .with("UserId", person.upn()).with("UserType", "Regular").with("ClientIP", person.whereabouts(at).ip())
                .with("UserAgent", person.laptop().userAgent()).with("OrganizationId", SampleWorld.TENANT);
    }

    private SampleEvent management(long at, Dice dice) {
        Person person = dice.pick(administrators);
        return CompanionRow.of("AzureActivity", at, "EventDataId", dice.guid())
                .with("OperationNameValue", "MICROSOFT.STORAGE/STORAGEACCOUNTS/WRITE")
                .with("ActivityStatusValue", "Success")
                .with("Caller", person.upn()).with("CallerIpAddress", person.whereabouts(at).ip())
                .with("CategoryValue", "Administrative").with("Level", "Information")
                .with("ResourceGroup", "RG-FREIGHT")
                .with("SubscriptionId", "0f5a9c3e-6b1d-4e27-8c40-d2975b18ea63");
    }

    private SampleEvent console(long at, Dice dice) {
        Person person = dice.pick(administrators);
        return CompanionRow.of("AWSCloudTrail", at, "AwsEventId", dice.guid()).with("EventName", "ConsoleLogin")
                .with("EventSource", "signin.amazonaws.com").with("EventTypeName", "AwsConsoleSignIn")
                .with("AWSRegion", "eu-west-1").with("SourceIpAddress", person.home().ip())
                .with("UserAgent", person.laptop().userAgent()).with("UserIdentityType", "IAMUser")
                .with("UserIdentityUserName", person.upn()).with("ResponseElements", "{\"ConsoleLogin\":\"Success\"}")
                .with("AdditionalEventData", "{\"MFAUsed\":\"Yes\"}").with("RecipientAccountId", "210987654321");
    }

    private static SampleEvent web(long at, Dice dice) {
        return CompanionRow.of("W3CIISLog", at, "", "").with("cIP", inside(dice)).with("csMethod", "GET")
                .with("csUriStem", "/quotes").with("csUserAgent", "Mozilla/5.0+(Windows+NT+10.0)")
                .with("csUserName", "-")
                .with("sSiteName", "Default Web Site").with("Computer", "TF-WEB-01").with("scStatus", "200")
                .with("sPort", 443).with("TimeTaken", (long) dice.below(900));
    }

    private static SampleEvent names(long at, Dice dice) {
        return CompanionRow.of("DnsEvents", at, "", "").with("Computer", "TF-DNS-01").with("ClientIP", inside(dice))
                .with("SubType", "LookupQuery").with("QueryType", "A")
                .with("IPAddresses", "198.18.1." + dice.below(250))
                .with("ResultCode", 0);
    }

    private SampleEvent behaviour(long at, Dice dice) {
        Person person = background.someone(at, dice);
        Address address = person.whereabouts(at);
        return CompanionRow.of("BehaviorAnalytics", at, "SourceRecordId", dice.guid()).with("ActivityType", "LogOn")
                .with("ActionType", "Sign-in").with("UserName", person.displayName())
                .with("UserPrincipalName", person.upn())
                .with("EventSource", "Azure AD").with("SourceIPAddress", address.ip())
                .with("SourceIPLocation", address.place().country()).with("InvestigationPriority", dice.below(4))
                .with("ActivityInsights", Map.of("FirstTimeUserConnectedFromCountry", !person.trips().isEmpty()))
                .with("UsersInsights", Map.of("AccountDisplayName", person.displayName()));
    }

    private SampleEvent alert(long at, Dice dice) {
        Person person = background.someone(at, dice);
        return CompanionRow.of("SecurityAlert", at, "SystemAlertId", dice.guid())
                .with("AlertName", "Unfamiliar sign-in properties")
                .with("DisplayName", "Unfamiliar sign-in properties").with("AlertSeverity", "Low")
                .with("ProviderName", "IPC").with("VendorName", "Microsoft").with("CompromisedEntity", person.upn())
                .with("Status", "New").with("StartTime", Ticks.text(at) + "Z").with("EndTime", Ticks.text(at) + "Z");
    }

    /** Everybody once a week, counted back from the end, so that the last two weeks always know everybody. */
    private void identities(List<SampleEvent> to, long from, long until, Dice dice) {
        long ahead = Math.floorMod(world.end() - from, 7 * Ticks.DAY);
        long snapshot = from + (ahead == 0 ? 0 : ahead - 7 * Ticks.DAY);
        long step = Math.max(1, Ticks.HOUR / world.people().size());
        if (snapshot + Ticks.HOUR < from) {
            snapshot += 7 * Ticks.DAY;
        }
        if (snapshot >= until) {
            return;
        }
        for (Person person : world.people()) {
            long at = snapshot + person.number() * step;
            if (at >= from && at < until) {
                to.add(identity(person, at, dice));
            }
        }
    }

    private static SampleEvent identity(Person person, long at, Dice dice) {
        String name = person.upn().substring(0, person.upn().indexOf('@'));
        return CompanionRow.of("IdentityInfo", at, "", dice.guid()).with("AccountUPN", person.upn())
                .with("AccountObjectId", person.id()).with("AccountDisplayName", person.displayName())
                .with("AccountName", name).with("AccountTenantId", SampleWorld.TENANT).with("MailAddress", person.upn())
                .with("Department", person.department()).with("JobTitle", person.title())
                .with("City", person.place().city())
                .with("Country", person.place().country()).with("AssignedRoles", person.roles())
                .with("GroupMembership", person.groups())
                .with("IsAccountEnabled", person.standing() != Person.Standing.DISABLED).with("IsMFARegistered", true)
                .with("UserType", person.standing() == Person.Standing.GUEST ? "Guest" : "Member");
    }

    private static String inside(Dice dice) {
        return "10.20." + dice.below(8) + "." + (10 + dice.below(200));
    }
}
