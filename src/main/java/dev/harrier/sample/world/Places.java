package dev.harrier.sample.world;

import java.util.List;

/** The cities: where the staff lives and travels, and where trouble comes from. */
public final class Places {
    public static final Place NOWHERE = new Place("", "", "", 0, 0, 0);

    /** Where the offices are; the first ones are the larger. */
    public static final List<Place> OFFICES = List.of(new Place("NL", "Noord-Holland", "Amsterdam", 52.37, 4.9, 1),
            new Place("DE", "Hamburg", "Hamburg", 53.55, 9.99, 1), new Place("GB", "England", "Leeds", 53.8, -1.55, 0),
            new Place("US", "Illinois", "Chicago", 41.88, -87.63, -6));

    /** Where staff of the same country also lives. */
    public static final List<Place> SUBURBS = List.of(new Place("NL", "Noord-Holland", "Haarlem", 52.38, 4.64, 1),
            new Place("NL", "Utrecht", "Utrecht", 52.09, 5.12, 1),
            new Place("DE", "Schleswig-Holstein", "Norderstedt", 53.71, 9.99, 1),
            new Place("DE", "Niedersachsen", "Buchholz", 53.33, 9.87, 1),
            new Place("GB", "England", "Bradford", 53.79, -1.75, 0),
            new Place("GB", "England", "York", 53.96, -1.08, 0),
            new Place("US", "Illinois", "Evanston", 42.05, -87.69, -6),
            new Place("US", "Illinois", "Naperville", 41.75, -88.15, -6));

    /** Where business trips go. */
    public static final List<Place> DESTINATIONS = List.of(new Place("FR", "Ile-de-France", "Paris", 48.86, 2.35, 1),
            new Place("ES", "Madrid", "Madrid", 40.42, -3.7, 1), new Place("CH", "Zurich", "Zurich", 47.37, 8.54, 1),
            new Place("SE", "Stockholms lan", "Stockholm", 59.33, 18.07, 1),
            new Place("IT", "Lombardia", "Milano", 45.46, 9.19, 1), new Place("SG", "", "Singapore", 1.29, 103.85, 8),
            new Place("US", "New York", "New York", 40.71, -74.01, -5),
            new Place("CA", "Ontario", "Toronto", 43.65, -79.38, -5));

    /** Where the attackers' networks are. */
    public static final List<Place> HOSTILE = List.of(new Place("RU", "Moskva", "Moscow", 55.75, 37.62, 3),
            new Place("NG", "Lagos", "Lagos", 6.45, 3.39, 1), new Place("VN", "Ha Noi", "Hanoi", 21.03, 105.85, 7),
            new Place("RO", "Bucuresti", "Bucharest", 44.43, 26.1, 2),
            new Place("TR", "Istanbul", "Istanbul", 41.01, 28.98, 3),
            new Place("PA", "Panama", "Panama City", 8.98, -79.52, -5),
            new Place("ID", "Jakarta", "Jakarta", -6.21, 106.85, 7),
            new Place("KZ", "Almaty", "Almaty", 43.24, 76.89, 5),
            new Place("BR", "Ceara", "Fortaleza", -3.73, -38.52, -3),
            new Place("MD", "Chisinau", "Chisinau", 47.01, 28.86, 2),
            new Place("UA", "Odeska oblast", "Odesa", 46.48, 30.73, 2),
            new Place("ZA", "Gauteng", "Johannesburg", -26.2, 28.05, 2));

    /** Cloud regions that workloads run in. */
    public static final List<Place> CLOUD = List.of(new Place("NL", "Noord-Holland", "Middenmeer", 52.8, 5.0, 1),
            new Place("IE", "Dublin", "Dublin", 53.33, -6.25, 0),
            new Place("US", "Virginia", "Boydton", 36.67, -78.39, -5));

    private Places() {}
}
