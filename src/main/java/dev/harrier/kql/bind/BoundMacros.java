package dev.harrier.kql.bind;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All macros. */
final class BoundMacros {
    private static final Map<String, BoundMacro> BY_NAME = index(List.of(
            new BagPackColumnsMacro(),
            new BinAutoMacro(),
            new CaseMacro(),
            new CoalesceMacro(),
            new ColumnIfExistsMacro(),
            new ColumnNamesOfMacro(),
            new DatetimeDiffMacro(),
            new IffMacro(),
            new IngestionTimeMacro(),
            new NowMacro(),
            new PackAllMacro(),
            new ToScalarMacro()));

    private BoundMacros() {}

    private static Map<String, BoundMacro> index(List<BoundMacro> macros) {
        Map<String, BoundMacro> index = new HashMap<>();
        macros.forEach(macro -> macro.names().forEach(name -> index.put(name, macro)));
        return Map.copyOf(index);
    }

    static Optional<BoundMacro> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    static Set<String> names() {
        return BY_NAME.keySet();
    }
}
