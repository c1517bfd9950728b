package dev.harrier.sample;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.harrier.sample.record.CompanionRow;
import dev.harrier.sample.record.DirectoryChange;
import dev.harrier.sample.record.EventWriter;
import dev.harrier.sample.record.SampleEvent;
import dev.harrier.sample.record.SignIn;
import dev.harrier.sample.record.Stream;
import dev.harrier.sample.scenario.Plan;
import dev.harrier.sample.world.Dice;
import dev.harrier.sample.world.SampleWorld;

/** Generates sample data: the only class that other packages need, with its options, sink and report. */
public final class SampleData {
    private final SampleOptions options;
    private final SampleSink sink;
    private final SampleWorld world;
    private final Plan plan;
    private final Background background;
    private final CompanionTraffic companions;
    private final EventWriter writer = new EventWriter();
    private final SortedMap<String, Long> counts = new TreeMap<>();
    private long signIns;
    private int told;

    private SampleData(SampleOptions options, SampleSink sink) {
        this.options = options;
        this.sink = sink;
        this.world = SampleWorld.of(options.seed(), options.events(), options.end(), options.days());
        this.plan = Plan.of(world, options.attacks());
        this.background = new Background(world);
        this.companions = new CompanionTraffic(world, background);
    }

    /**
     * Sends all events to the sink in order of time.
     *
     * @throws IOException
     *             what the sink threw
     */
    public static SampleReport generate(SampleOptions options, SampleSink sink) throws IOException {
        return new SampleData(options, sink).run();
    }

    private SampleReport run() throws IOException {
        Slices slices = new Slices(world, options.events());
        Map<Stream, Long> everyday = everyday();
        List<SampleEvent> events = new ArrayList<>();
        for (int slice = 0; slice < slices.count(); slice++) {
            long from = slices.from(slice);
            long until = slices.to(slice);
            Dice dice = new Dice(world.seed(), "slice", slice);
            for (Map.Entry<Stream, Long> entry : everyday.entrySet()) {
                long count = entry.getKey().ofPeople()
                        ? slices.ofPeople(slice, entry.getValue())
                        : slices.ofWorkloads(slice, entry.getValue());
                background.add(events, entry.getKey(), count, from, until, dice);
            }
            companions.add(events, events.size(), from, until, dice);
            tellUntil(until, events);
            events.sort(Comparator.comparingLong(SampleEvent::ticks));
            for (SampleEvent event : events) {
                emit(event);
            }
            events.clear();
            sink.progress(signIns, options.events());
        }
        return new SampleReport(counts, plan.incidents());
    }

    /** What is left for everyday life in each stream after the stories have had theirs. */
    private Map<Stream, Long> everyday() {
        Map<Stream, Long> left = new EnumMap<>(Stream.class);
        long rest = options.events();
        for (Stream stream : Stream.values()) {
            long share = stream == Stream.MANAGED_IDENTITY
                    ? rest
                    : options.events() * options.mix().percent(stream) / 100;
            rest -= share;
            left.put(stream, share);
        }
        for (SampleEvent event : plan.events()) {
            if (event instanceof SignIn signIn) {
                left.merge(signIn.stream(), -1L, Long::sum);
            }
        }
        left.replaceAll((stream, count) -> Math.max(0, count));
        return left;
    }

    private void tellUntil(long until, List<SampleEvent> events) {
        while (told < plan.events().size() && plan.events().get(told).ticks() < until) {
            events.add(plan.events().get(told++));
        }
    }

    private void emit(SampleEvent event) throws IOException {
        if (event instanceof SignIn) {
            signIns++;
        }
        if (!options.wants(event.table())) {
            return;
        }
        counts.merge(event.table(), 1L, Long::sum);
        switch (event) {
            case SignIn signIn -> sink.diagnosticRecord(signIn.table(), writer.write(signIn));
            case DirectoryChange change -> sink.diagnosticRecord(change.table(), writer.write(change));
            case CompanionRow row -> sink.tableRow(row.table(), writer.write(row));
        }
    }
}
