package io.hearth.errors.intake.tool;

import io.hearth.errors.agent.Agents;
import io.hearth.errors.intake.ChosenErrorSettings;
import io.hearth.errors.intake.ErrorIntake;
import io.hearth.errors.intake.ErrorSettings;
import io.hearth.errors.intake.Post;
import io.hearth.errors.intake.Reply;
import io.hearth.errors.page.Watched;
import io.hearth.errors.store.Decisions;
import io.hearth.errors.store.ErrorArchive;
import io.hearth.errors.store.ErrorStore;
import io.hearth.errors.store.StoreBounds;
import io.hearth.host.TestProduct;
import io.hearth.store.PrivateFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The intake as the app puts it together, in a folder of its own and without a servlet. */
public final class BenchIntake implements AutoCloseable {

  private static final Clock CLOCK = Clock.systemUTC();

  private final Path folder;
  private final ErrorStore store;
  private final ErrorArchive archive;
  private final ErrorIntake intake;

  public BenchIntake(Path folder) {
    this.folder = folder;
    ErrorSettings standard = ErrorSettings.standard();
    ChosenErrorSettings settings =
        new ChosenErrorSettings(new TestProduct(folder).settings(), CLOCK);
    settings.keep(
        new ErrorSettings(
            Watched.Mode.EVERYTHING, List.of(), Set.of(), standard.filters(), 180, true));
    PrivateFolder nodes = new PrivateFolder(folder.resolve("nodes"));
    Decisions decisions = new Decisions(nodes, "node1", CLOCK);
    store =
        new ErrorStore(
            nodes, "node1", "11.0.0", CLOCK, StoreBounds.DEFAULT, decisions, System.err::println);
    archive = new ErrorArchive(nodes, Optional.of(store), decisions, CLOCK);
    intake =
        new ErrorIntake(
            store, settings, surroundings(), new Agents()::of, (head, app) -> {}, CLOCK);
  }

  private static ErrorIntake.Surroundings surroundings() {
    return new ErrorIntake.Surroundings() {
      @Override
      public boolean isInstalled(String app) {
        return app.equals("io.hearth");
      }

      @Override
      public String version(String app) {
        return app.equals("io.hearth") ? "1.0.0" : "";
      }
    };
  }

  /** Takes an envelope as if posted in that session. */
  public Reply take(byte[] envelope, String encoding, String session, String agent) {
    return take(new ByteArrayInputStream(envelope), encoding, session, agent);
  }

  /** The same from a stream. */
  public Reply take(InputStream envelope, String encoding, String session, String agent) {
    try {
      return intake.take(new Post(envelope, encoding, Optional.of(session), "10.0.0.1", agent));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public ErrorArchive archive() {
    return archive;
  }

  /** Bytes of all files below the store. */
  public long bytes() {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(BenchIntake::size).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException renamedMeanwhile) {
      return 0;
    }
  }

  @Override
  public void close() {
    store.close();
  }
}
