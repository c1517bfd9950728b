package dev.harrier.catalog;

import java.util.Locale;

/** What a string column is indexed for, besides its exact value. */
public enum SearchFeature {
    /** Lower-cased exact value, sub-field {@code .lc}: comparisons that ignore case, and parts of the value. */
    LC,
    /** Lower-cased terms, sub-field {@code .h}: {@code has} and its relatives. */
    TERMS,
    /** Network address, sub-field {@code .ip}: ranges of addresses. */
    IP,
    /** Substrings of columns with very many distinct values, sub-field {@code .w}. */
    WILDCARD;

    /** The feature's name in a descriptor. */
    public String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }
}
