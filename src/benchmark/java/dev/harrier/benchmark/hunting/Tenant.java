package dev.harrier.benchmark.hunting;

import java.util.List;
import java.util.Locale;

/** Who signs in, from where and to what: a tenant that stays the same whatever the number of events. */
final class Tenant {
    static final int USERS = 10_000;
    static final int WORKLOADS = 900;
    static final int MANAGED = 250;
    static final String ID = "7b1f0c52-43de-4f0a-9c58-6f2ad1e0b734";
    private static final long FAMILY = 71;
    private static final int ATTACKERS = 400;
    private static final int PER_OFFICE = 250;

    private static final List<String> GIVEN = List.of("anna", "bas", "chloe", "dirk", "emma", "fatima", "gerard",
            "hilde", "ivo", "julia", "koen", "lotte", "marek", "nadia", "olga", "pieter", "roos", "sven", "tess",
            "willem");
    private static final List<String> FAMILY_NAMES = List.of("adams", "berg", "cohen", "devries", "eriksen", "faber",
            "garcia", "haan", "jacobs", "kaya", "lange", "maas", "nowak", "postma", "ruiz", "schouten", "tanaka",
            "vink", "wolf", "yilmaz");
    private static final String[][] PLACES = {{"NL", "Rotterdam", "Zuid-Holland", "51.92", "4.48"},
            {"NL", "Utrecht", "Utrecht", "52.09", "5.12"}, {"DE", "Hamburg", "Hamburg", "53.55", "9.99"},
            {"BE", "Antwerpen", "Antwerpen", "51.22", "4.4"}, {"FR", "Lyon", "Rhone", "45.76", "4.84"},
            {"GB", "Leeds", "Leeds", "53.8", "-1.55"}, {"US", "Austin", "Texas", "30.27", "-97.74"},
            {"US", "Boston", "Massachusetts", "42.36", "-71.06"}, {"PL", "Gdansk", "Pomorskie", "54.35", "18.65"},
            {"ES", "Valencia", "Valencia", "39.47", "-0.38"}, {"IT", "Torino", "Piemonte", "45.07", "7.69"},
            {"SE", "Malmo", "Skane", "55.61", "13.0"}, {"IN", "Pune", "Maharashtra", "18.52", "73.86"},
            {"SG", "Singapore", "Singapore", "1.35", "103.82"}, {"BR", "Recife", "Pernambuco", "-8.05", "-34.88"},
            {"ZA", "Durban", "KwaZulu-Natal", "-29.86", "31.02"}, {"NG", "Lagos", "Lagos", "6.52", "3.38"},
            {"VN", "Hanoi", "Hanoi", "21.03", "105.85"}, {"RO", "Cluj", "Cluj", "46.77", "23.6"},
            {"CA", "Halifax", "Nova Scotia", "44.65", "-63.57"}};
    private static final List<String> APPS = List.of("Microsoft Teams", "Office 365 Exchange Online",
            "Office 365 SharePoint Online", "Azure Portal", "Microsoft Office", "OfficeHome", "Microsoft Edge",
            "Outlook Mobile", "One Outlook Web", "Microsoft Authentication Broker", "Windows Sign In",
            "Microsoft Graph Command Line Tools", "Azure Active Directory PowerShell", "Microsoft Azure CLI",
            "Visual Studio Code", "Power BI Service", "Dynamics 365", "Salesforce", "ServiceNow", "Workday", "Slack",
            "Zoom", "GitHub Enterprise", "Confluence", "Jira Cloud", "Box", "Dropbox Business", "Adobe Acrobat",
            "Microsoft To-Do", "Microsoft Planner", "Microsoft Forms", "Power Automate", "Microsoft Intune",
            "Microsoft Stream", "Viva Engage", "Azure DevOps", "Office Online Core SSO", "Microsoft Defender",
            "Microsoft Whiteboard", "Freight Tracker");
    private static final List<String> AGENTS = agents();

    private Tenant() {}

    /** A person: the same number, the same person. */
    record User(int number, String id, String principal, String display, int place, int device) {}

    static User user(int number) {
        Draw draw = new Draw(FAMILY, number);
        String given = GIVEN.get(number % GIVEN.size());
        String family = FAMILY_NAMES.get(number / GIVEN.size() % FAMILY_NAMES.size());
        String prefix = number % 97 == 5 ? "adm-" : "";
        String principal = prefix + given + '.' + family + '.' + number + "@north-quay.example";
        return new User(number, draw.guid(), principal, capital(given) + ' ' + capital(family),
                draw.skewed(PLACES.length, 1.6), draw.below(AGENTS.size() - 2));
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    static String[] place(int number) {
        return PLACES[number];
    }

    static int places() {
        return PLACES.length;
    }

    static String app(Draw draw) {
        return APPS.get(draw.skewed(APPS.size(), 1.8));
    }

    static String appId(String app) {
        Draw draw = new Draw(FAMILY + 1, app.hashCode());
        return draw.guid();
    }

    static String agent(int number) {
        return AGENTS.get(number);
    }

    /** What scripts call themselves: the rare ones. */
    static String script(Draw draw) {
        return AGENTS.get(AGENTS.size() - 1 - draw.below(2));
    }

    /** One of the user's three addresses at home and on the way, or the office that they share with others. */
    static String address(User user, Draw draw) {
        double roll = draw.unit();
        if (roll < 0.3) {
            return "198.51.100." + (1 + user.number() / PER_OFFICE);
        }
        int which = roll < 0.75 ? 0 : roll < 0.93 ? 1 : 2;
        Draw own = new Draw(FAMILY + 2, user.number() * 3L + which);
        return "198." + (18 + own.below(2)) + '.' + own.below(256) + '.' + own.below(256);
    }

    static String attacker(Draw draw) {
        int number = draw.skewed(ATTACKERS, 2);
        return number % 2 == 0 ? "203.0.113." + (number / 2) : "192.0.2." + (number / 2);
    }

    static String workloadAddress(int workload, Draw draw) {
        return "100.64." + workload / 200 + '.' + (workload % 200 + draw.below(2));
    }

    private static List<String> agents() {
        List<String> agents = new java.util.ArrayList<>();
        for (int version = 128; version < 144; version++) {
            agents.add(
                    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/" + version
                            + ".0.0.0 Safari/537.36");
            agents.add(
                    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/" + version
                            + ".0.0.0 Safari/537.36 Edg/" + version + ".0.0.0");
            agents.add(
                    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17."
                            + version % 10 + " Safari/605.1.15");
        }
        agents.add("Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148");
        agents.add("python-requests/2.32.3");
        agents.add("axios/1.7.9");
        return List.copyOf(agents);
    }
}
