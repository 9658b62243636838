package io.hearth.errors.intake.tool;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An envelope of 2 KB as the SDK sends it, made again for each event by writing a number and the
 * bug's name over their places, so that making it costs little beside reading it.
 */
public final class BenchEnvelope {

  private static final String NUMBER = "@@@@@@@@";
  private static final String BUG = "#####";

  /** No name that is a word, a number or hexadecimal: grouping takes such out. */
  private static final String LETTERS = "ghjklmnpqrstvwxz";

  private final byte[] template;
  private final List<Integer> numbers;
  private final List<Integer> bugs;

  BenchEnvelope() {
    String text = text();
    template = text.getBytes(StandardCharsets.US_ASCII);
    numbers = places(text, NUMBER);
    bugs = places(text, BUG);
  }

  /** Prints so many envelopes of fifty bugs, each with a form feed after it. */
  public static void main(String[] args) {
    BenchEnvelope envelope = new BenchEnvelope();
    for (int n = 0; n < Integer.parseInt(args[0]); n++) {
      System.out.print(new String(envelope.of(n % 50, n), StandardCharsets.US_ASCII) + "\f");
    }
  }

  /** The envelope of one event; it is new, so that it may be read while the next is made. */
  byte[] of(int bug, long number) {
    byte[] bytes = template.clone();
    for (int place : numbers) {
      long left = number;
      for (int i = NUMBER.length() - 1; i >= 0; i--, left /= 10) {
        bytes[place + i] = (byte) ('0' + left % 10);
      }
    }
    for (int place : bugs) {
      int left = bug;
      for (int i = BUG.length() - 1; i >= 0; i--, left >>= 4) {
        bytes[place + i] = (byte) LETTERS.charAt(left & 15);
      }
    }
    return bytes;
  }

  int length() {
    return template.length;
  }

  private static List<Integer> places(String text, String mark) {
    List<Integer> places = new ArrayList<>();
    for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
      places.add(at);
    }
    return places;
  }

  private static String text() {
    String id = "0123456789abcdef01234567" + NUMBER;
    StringBuilder event = new StringBuilder();
    event
        .append("{\"event_id\":\"" + id + "\",\"sent_at\":\"2026-11-24T10:00:00.000Z\",")
        .append("\"sdk\":{\"name\":\"sentry.javascript.browser\",\"version\":\"11.12.0\"}}\n")
        .append("{\"type\":\"event\"}\n")
        .append("{\"event_id\":\"" + id + "\",\"timestamp\":1795514400.123,\"level\":\"error\",")
        .append("\"platform\":\"javascript\",\"environment\":\"production\",")
        .append("\"sdk\":{\"name\":\"sentry.javascript.browser\",\"version\":\"11.12.0\",")
        .append("\"integrations\":[\"GlobalHandlers\",\"LinkedErrors\",\"Dedupe\"]},")
        .append("\"tags\":{\"hearth.app\":\"io.hearth\",\"hearth.release\":\"1.0.0\"},")
        .append("\"exception\":{\"values\":[{\"type\":\"TypeError\",\"value\":")
        .append("\"Cannot read properties of undefined (reading 'field" + BUG + "')\",")
        .append("\"mechanism\":{\"type\":\"onerror\",\"handled\":false},")
        .append("\"stacktrace\":{\"frames\":[");
    List<String> calls =
        List.of("dispatch", "flush", "update", "render", "Row." + BUG, "cells", "show" + BUG);
    for (String call : calls) {
      event
          .append(event.charAt(event.length() - 1) == '[' ? "" : ",")
          .append("{\"function\":\"" + call + "\",\"module\":\"io.hearth:board\",")
          .append("\"filename\":\"board/" + call.charAt(0) + "-list.js\",\"in_app\":true,")
          .append("\"lineno\":1,\"colno\":48211}");
    }
    event.append("]}}]},\"breadcrumbs\":[");
    for (int n = 0; n < 4; n++) {
      event
          .append(n == 0 ? "" : ",")
          .append("{\"timestamp\":1795514399." + n + ",\"category\":\"fetch\",\"type\":\"http\",")
          .append("\"data\":{\"method\":\"GET\",\"url\":\"/rest/board/1/row/" + NUMBER + "\",")
          .append("\"status_code\":200}}");
    }
    return event.append("]}\n").toString();
  }
}
