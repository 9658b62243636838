package io.hearth.insight;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Numbers by the minute, of minutes in which something happened. There are at most so many steps:
 * when more are needed, a step becomes twice as long and neighbours are one.
 *
 * <p>A hash table of plain numbers with linear probing; a row is a minute and its numbers.
 */
final class Minutes {

  private static final int SMALLEST = 64;

  /** Twenty thousand steps of it are longer than any log. */
  private static final int LONGEST_STEP = 1 << 16;

  /**
   * @param rows the steps with their numbers, one behind the other
   */
  record Data(int minutesPerStep, long[] rows) {}

  /** How two numbers of one step become one. */
  enum Column {
    SUM,
    MOST
  }

  private final Column[] columns;
  private final int most;
  private int minutesPerStep = 1;
  private int size;
  private long[] steps = new long[SMALLEST];
  private long[] numbers;
  private boolean[] used = new boolean[SMALLEST];

  Minutes(int most, Column... columns) {
    this.most = most;
    this.columns = columns.clone();
    this.numbers = new long[SMALLEST * columns.length];
  }

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  int minutesPerStep() {
    return minutesPerStep;
  }

  void add(long seconds, long... values) {
    put(Math.floorDiv(seconds, 60L * minutesPerStep), values);
  }

  void addAll(Minutes other) {
    while (minutesPerStep < other.minutesPerStep) {
      coarsen();
    }
    long[] values = new long[columns.length];
    for (int row = 0; row < other.steps.length; row++) {
      if (other.used[row]) {
        System.arraycopy(other.numbers, row * columns.length, values, 0, columns.length);
        add(other.steps[row] * other.minutesPerStep * 60, values);
      }
    }
  }

  private void put(long step, long[] values) {
    int row = row(step);
    if (!used[row]) {
      if (size == most) {
        long seconds = step * minutesPerStep * 60;
        coarsen();
        add(seconds, values);
        return;
      }
      if (size * 2 >= steps.length) {
        rebuild(steps.length * 2, 1);
        row = row(step);
      }
      used[row] = true;
      steps[row] = step;
      size++;
    }
    for (int column = 0; column < columns.length; column++) {
      int at = row * columns.length + column;
      numbers[at] =
          columns[column] == Column.SUM
              ? numbers[at] + values[column]
              : Math.max(numbers[at], values[column]);
    }
  }

  private int row(long step) {
    int row = (int) ((step * 0x9E3779B97F4A7C15L) >>> 33) & (steps.length - 1);
    while (used[row] && steps[row] != step) {
      row = (row + 1) & (steps.length - 1);
    }
    return row;
  }

  private void coarsen() {
    minutesPerStep *= 2;
    rebuild(steps.length, 2);
  }

  private void rebuild(int rows, int together) {
    long[] oldSteps = steps;
    long[] oldNumbers = numbers;
    boolean[] oldUsed = used;
    steps = new long[rows];
    numbers = new long[rows * columns.length];
    used = new boolean[rows];
    size = 0;
    for (int row = 0; row < oldSteps.length; row++) {
      if (oldUsed[row]) {
        int at = row * columns.length;
        put(
            Math.floorDiv(oldSteps[row], (long) together),
            Arrays.copyOfRange(oldNumbers, at, at + columns.length));
      }
    }
  }

  Data data() {
    int width = columns.length + 1;
    long[] rows = new long[size * width];
    int to = 0;
    for (int row = 0; row < steps.length; row++) {
      if (used[row]) {
        rows[to] = steps[row];
        System.arraycopy(numbers, row * columns.length, rows, to + 1, columns.length);
        to += width;
      }
    }
    return new Data(minutesPerStep, rows);
  }

  void add(Data data, Claims claims) {
    int width = columns.length + 1;
    long[] rows = claims.numbers(data.rows(), most * width);
    int length = data.minutesPerStep();
    Claims.require(rows.length % width == 0 && length >= 1 && length <= LONGEST_STEP);
    Claims.require(Integer.bitCount(length) == 1);
    while (minutesPerStep < length) {
      coarsen();
    }
    for (int row = 0; row < rows.length; row += width) {
      long[] values = Arrays.copyOfRange(rows, row + 1, row + width);
      for (long value : values) {
        claims.count(value);
      }
      add(claims.step(rows[row], length * 60L) * length * 60, values);
    }
  }

  /** In the order of time: how many steps after the first one, then the numbers. */
  void write(JsonWriter json) throws IOException {
    Map<Long, Integer> rows = new TreeMap<>();
    for (int row = 0; row < steps.length; row++) {
      if (used[row]) {
        rows.put(steps[row], row);
      }
    }
    long first = rows.keySet().stream().findFirst().orElse(0L);
    json.name("minutesPerStep").value(minutesPerStep);
    json.name("start").value(isEmpty() ? "" : Times.text(first * minutesPerStep * 60));
    json.name("steps").beginArray();
    for (Map.Entry<Long, Integer> one : rows.entrySet()) {
      json.beginArray().value(one.getKey() - first);
      for (int column = 0; column < columns.length; column++) {
        json.value(numbers[one.getValue() * columns.length + column]);
      }
      json.endArray();
    }
    json.endArray();
  }
}
