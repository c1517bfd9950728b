package dev.harrier.kql.expr;

/** What a function does with null arguments. */
public enum NullRule {
    /** A null argument makes the result null (empty for a string result); the kernel never sees one. */
    PROPAGATE,
    /** The kernel is called with nulls and decides. */
    HANDLED
}
