package dev.harrier.sample.world;

/** Hands out laptops and phones. */
final class Devices {
    private static final String WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) ";
    private static final String MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ";

    private Devices() {}

    static Device laptop(Dice dice, int number, Place office) {
        String name = "TF-" + office.country() + "-" + (10_000 + number);
        int major = 136 + dice.below(4);
        return switch (dice.below(5)) {
            case 0 -> new Device(dice.guid(), name, "MacOs", "Safari 18.3",
                    MAC + "AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.3 Safari/605.1.15", true,
                    "Azure AD registered");
            case 1 -> new Device(dice.guid(), name, "Windows10", "Chrome " + major + ".0.0",
                    WINDOWS + "Chrome/" + major + ".0.0.0 Safari/537.36", true, "Hybrid Azure AD joined");
            default -> new Device(dice.guid(), name, "Windows10", "Edge " + major + ".0.0",
                    WINDOWS + "Chrome/" + major + ".0.0.0 Safari/537.36 Edg/" + major + ".0.0.0", true,
                    "Azure AD joined");
        };
    }

    static Device phone(Dice dice, int number) {
        if (dice.chance(0.6)) {
            return new Device(dice.guid(), "iPhone-" + number, "Ios 18.3", "Mobile Safari 18.3",
                    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.3 Mobile/15E148 Safari/604.1",
                    true, "Azure AD registered");
        }
        return new Device(dice.guid(), "Android-" + number, "Android 15", "Chrome Mobile 137.0.0",
                "Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/137.0.0.0 Mobile Safari/537.36",
                true, "Azure AD registered");
    }
}
