package dev.harrier.kql.table;

/** How well a storage can judge what it is offered. */
public enum Exactness {
    /** Exactly the rows or values that KQL defines: the planner drops the operation. */
    EXACT,
    /** All rows that KQL wants and perhaps more: push it, and keep it. */
    SUPERSET,
    /** Not at all. */
    NONE;

    /** What a conjunction of two conditions is. */
    public Exactness and(Exactness other) {
        if (this == NONE && other == NONE) {
            return NONE;
        }
        return this == EXACT && other == EXACT ? EXACT : SUPERSET;
    }

    /** What a disjunction of two conditions is: a part that cannot be judged spoils the whole. */
    public Exactness or(Exactness other) {
        if (this == NONE || other == NONE) {
            return NONE;
        }
        return this == EXACT && other == EXACT ? EXACT : SUPERSET;
    }

    /** What a negation is: more rows than wanted, negated, would be fewer. */
    public Exactness negate() {
        return this == EXACT ? EXACT : NONE;
    }
}
