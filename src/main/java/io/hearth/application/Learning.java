package io.hearth.application;

import java.util.Optional;

/**
 * How much of the files was read to learn from.
 *
 * @param complete whether no file was left out for want of time or because a rule failed
 * @param directory what the user directory told, if it was asked
 */
public record Learning(long bytes, long files, boolean complete, Optional<Directory> directory) {

  /**
   * What the user directory told.
   *
   * @param asked for how many login names
   * @param known how many of them are people of the directory
   * @param complete whether all could be asked for
   */
  public record Directory(long asked, long known, boolean complete) {

    private Directory and(Directory other) {
      return new Directory(asked + other.asked, known + other.known, complete && other.complete);
    }
  }

  Learning with(Directory told) {
    return new Learning(bytes, files, complete, Optional.of(told));
  }

  /** Of two nodes together. */
  Learning and(Learning other) {
    Optional<Directory> both =
        directory.map(mine -> other.directory.map(mine::and).orElse(mine)).or(other::directory);
    return new Learning(bytes + other.bytes, files + other.files, complete && other.complete, both);
  }
}
