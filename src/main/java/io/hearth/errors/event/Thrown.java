package io.hearth.errors.event;

import java.util.List;

/**
 * One exception of a chain.
 *
 * @param type such as {@code TypeError}; empty when unknown
 * @param handled somebody caught it and reported it
 * @param frames innermost first, other than in the protocol; at most {@link Bounds#FRAMES}
 */
public record Thrown(String type, String value, boolean handled, List<Frame> frames) {
  public Thrown {
    frames = List.copyOf(frames);
  }

  long characters() {
    return value.length() + frames.stream().mapToLong(Frame::characters).sum();
  }
}
