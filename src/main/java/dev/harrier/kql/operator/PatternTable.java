package dev.harrier.kql.operator;

import dev.harrier.kql.page.Page;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows as their frequent values: what patterns are looked for in. Rows that are alike in those are one row with their
 * weight together.
 */
final class PatternTable {
    /** Where a row has no frequent value. */
    static final int NONE = -1;
    private static final long BYTES_OF_VALUE = 48;

    private final List<List<Object>> values = new ArrayList<>();
    private final List<int[]> rows = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();
    private double total;

    /**
     * @param dimensions how many columns patterns are made of; a column with the weights may follow
     * @param least the share of all weight that makes a value frequent
     * @param wildcards the values that say nothing, one for each dimension
     */
    PatternTable(Page page, int dimensions, double least, List<Object> wildcards, HeldRows.Result result) {
        double[] weightOf = new double[page.rows()];
        Arrays.fill(weightOf, 1);
        if (page.blocks().size() > dimensions) {
            for (int row = 0; row < page.rows(); row++) {
                Object weight = page.block(dimensions).get(row);
                weightOf[row] = weight instanceof Number number && number.doubleValue() > 0 ? number.doubleValue() : 0;
            }
        }
        total = Arrays.stream(weightOf).sum();
        int[][] ids = new int[page.rows()][dimensions];
        for (int column = 0; column < dimensions; column++) {
            number(page, column, weightOf, least, wildcards.get(column), ids, result);
        }
        merge(ids, weightOf, result);
    }

    private void number(Page page, int column, double[] weightOf, double least, Object wildcard, int[][] ids,
            HeldRows.Result result) {
        Map<Object, Double> weightOfValue = new LinkedHashMap<>();
        for (int row = 0; row < page.rows(); row++) {
            Object value = page.block(column).get(row);
            if (value != null && !value.equals(wildcard)) {
                weightOfValue.merge(value, weightOf[row], Double::sum);
            }
        }
        result.charge(BYTES_OF_VALUE * weightOfValue.size());
        Map<Object, Integer> idOfValue = new HashMap<>();
        List<Object> frequent = new ArrayList<>();
        weightOfValue.forEach((value, weight) -> {
            if (weight > 0 && weight >= least * total) {
                idOfValue.put(value, frequent.size());
                frequent.add(value);
            }
        });
        values.add(frequent);
        for (int row = 0; row < page.rows(); row++) {
            ids[row][column] = idOfValue.getOrDefault(page.block(column).get(row), NONE);
        }
        result.check();
    }

    private void merge(int[][] ids, double[] weightOf, HeldRows.Result result) {
        Map<List<Integer>, Integer> known = new HashMap<>();
        for (int row = 0; row < ids.length; row++) {
            List<Integer> key = Arrays.stream(ids[row]).boxed().toList();
            Integer position = known.putIfAbsent(key, rows.size());
            if (position == null) {
                result.charge(BYTES_OF_VALUE * ids[row].length);
                rows.add(ids[row]);
                weights.add(weightOf[row]);
            } else {
                weights.set(position, weights.get(position) + weightOf[row]);
            }
        }
    }

    double total() {
        return total;
    }

    int rows() {
        return rows.size();
    }

    int dimensions() {
        return values.size();
    }

    double weight(int row) {
        return weights.get(row);
    }

    /** The numbers of its values; not to be changed. */
    int[] row(int row) {
        return rows.get(row);
    }

    /** How many frequent values a column has; they are numbered from 0 as they appear. */
    int values(int column) {
        return values.get(column).size();
    }

    Object value(int column, int id) {
        return values.get(column).get(id);
    }

    /** Whether a row has all values of a pattern. */
    boolean fits(int[] pattern, int row) {
        int[] own = rows.get(row);
        for (int column = 0; column < pattern.length; column++) {
            if (pattern[column] != NONE && pattern[column] != own[column]) {
                return false;
            }
        }
        return true;
    }

    /** The weight of all rows that fit a pattern. */
    double weight(int[] pattern) {
        double sum = 0;
        for (int row = 0; row < rows.size(); row++) {
            sum += fits(pattern, row) ? weights.get(row) : 0;
        }
        return sum;
    }
}
