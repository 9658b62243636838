package io.hearth.insight;

import com.google.gson.stream.JsonWriter;
import io.hearth.insight.Frequent.Counted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What one thread dump tells: how many threads in which state, and which stacks many share. */
final class DumpTold {

  private static final int MOST_STACKS = 400;
  private static final int LISTED = 15;
  private static final int NAMES = 3;
  private static final int MOST_STATES = 10;

  static final class Stack implements Frequent.Detail<Stack> {
    final String state;
    final String sample;
    final List<String> names = new ArrayList<>();

    Stack(String state, String sample) {
      this.state = state;
      this.sample = sample;
    }

    @Override
    public void absorb(Stack later) {
      later.names.stream().limit(NAMES - names.size()).forEach(names::add);
    }

    @Override
    public Stack copy() {
      Stack copy = new Stack(state, sample);
      copy.absorb(this);
      return copy;
    }
  }

  record StackData(long count, String state, List<String> names, String sample) {}

  record Data(
      String entry,
      long threads,
      boolean deadlock,
      Map<String, Long> states,
      List<StackData> stacks) {}

  private final Map<String, Long> states = new TreeMap<>();
  private final Frequent<Stack> stacks = new Frequent<>(MOST_STACKS);
  private List<Counted<Stack>> shared = List.of();
  private String entry = "";
  private long threads;
  private boolean deadlock;

  void thread(String state) {
    threads++;
    if (states.containsKey(state) || states.size() < MOST_STATES) {
      states.merge(state, 1L, Long::sum);
    }
  }

  void stack(long key, String name, String state, Supplier<String> sample) {
    Stack stack = stacks.count(key, () -> new Stack(state, sample.get()));
    if (stack.names.size() < NAMES) {
      stack.names.add(name);
    }
  }

  void deadlock() {
    deadlock = true;
  }

  boolean isEmpty() {
    return threads == 0;
  }

  /** The dump is whole: only what is written of it is kept. */
  DumpTold in(String name) {
    DumpTold kept = new DumpTold();
    kept.states.putAll(states);
    kept.shared = stacks.first(LISTED).stream().filter(stack -> stack.seen > 1).toList();
    kept.entry = name;
    kept.threads = threads;
    kept.deadlock = deadlock;
    return kept;
  }

  Data data() {
    return new Data(
        entry,
        threads,
        deadlock,
        states,
        shared.stream()
            .map(
                one ->
                    new StackData(one.seen, one.detail.state, one.detail.names, one.detail.sample))
            .toList());
  }

  static DumpTold of(Data data, Claims claims) {
    DumpTold dump = new DumpTold();
    dump.entry = claims.entry(data.entry());
    dump.threads = claims.count(data.threads());
    dump.deadlock = data.deadlock();
    Claims.require(data.states().size() <= MOST_STATES);
    data.states()
        .forEach((state, count) -> dump.states.put(claims.text(state), claims.count(count)));
    dump.shared =
        claims.list(data.stacks(), LISTED).stream().map(one -> stack(one, claims)).toList();
    return dump;
  }

  private static Counted<Stack> stack(StackData data, Claims claims) {
    Stack stack = new Stack(claims.text(data.state()), claims.text(data.sample()));
    claims.list(data.names(), NAMES).forEach(name -> stack.names.add(claims.text(name)));
    Counted<Stack> counted = new Counted<>(0, stack, 0);
    counted.seen = claims.count(data.count());
    return counted;
  }

  /** {@code node} is empty where there is one only. */
  void write(JsonWriter json, String node) throws IOException {
    json.beginObject();
    if (!node.isEmpty()) {
      json.name("node").value(node);
    }
    json.name("entry").value(entry);
    json.name("threads").value(threads);
    json.name("deadlock").value(deadlock);
    json.name("states").beginObject();
    for (Map.Entry<String, Long> state : states.entrySet()) {
      json.name(state.getKey()).value(state.getValue());
    }
    json.endObject();
    json.name("stacks").beginArray();
    for (Counted<Stack> stack : shared) {
      json.beginObject();
      json.name("count").value(stack.seen);
      json.name("state").value(stack.detail.state);
      json.name("names").beginArray();
      for (String name : stack.detail.names) {
        json.value(name);
      }
      json.endArray();
      json.name("sample").value(stack.detail.sample);
      json.endObject();
    }
    json.endArray().endObject();
  }
}
