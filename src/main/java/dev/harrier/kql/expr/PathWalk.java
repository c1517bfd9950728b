package dev.harrier.kql.expr;

import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.BlockBuilder;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.ScalarType;
import java.util.List;

/** Walks into dynamic values, row by row. */
final class PathWalk implements CompiledExpression {

    private final List<PathAccess.Step> steps;
    private final CompiledExpression target;
    private final List<CompiledExpression> keys;

    PathWalk(PathAccess access, CompiledExpression target, List<CompiledExpression> keys) {
        this.steps = access.steps();
        this.target = target;
        this.keys = keys;
    }

    @Override
    public Block evaluate(Page page) {
        Block targets = target.evaluate(page);
        List<Block> keyBlocks = keys.stream().map(key -> key.evaluate(page)).toList();
        BlockBuilder results = BlockBuilder.of(ScalarType.DYNAMIC, page.rows());
        for (int row = 0; row < page.rows(); row++) {
            results.append(walk((Dynamic) targets.get(row), keyBlocks, row));
        }
        return results.build();
    }

    private Dynamic walk(Dynamic start, List<Block> keyBlocks, int row) {
        Dynamic value = start;
        int key = 0;
        for (PathAccess.Step step : steps) {
            value = switch (step) {
                case PathAccess.Property property -> property(value, property.name());
                case PathAccess.Element element -> element(value, element.position());
                case PathAccess.Computed computed -> computed(value, keyBlocks.get(key++).get(row));
            };
        }
        return value;
    }

    private static Dynamic computed(Dynamic value, Object key) {
        return switch (key) {
            case String name -> property(value, name);
            case Dynamic.Text name -> property(value, name.value());
            case Long position -> element(value, position);
            case Dynamic.Int position -> element(value, position.value());
            case null, default -> null;
        };
    }

    private static Dynamic property(Dynamic value, String name) {
        return value instanceof Dynamic.Bag bag ? bag.properties().get(name) : null;
    }

    private static Dynamic element(Dynamic value, long position) {
        if (!(value instanceof Dynamic.Array array)) {
            return null;
        }
        long index = position < 0 ? position + array.elements().size() : position;
        return index < 0 || index >= array.elements().size() ? null : array.elements().get((int) index);
    }
}
