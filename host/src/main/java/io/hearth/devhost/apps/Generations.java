package io.hearth.devhost.apps;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleReference;

/** All app generations ever started, held weakly, to tell what was left of those that ended. */
final class Generations {
  private final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
  private final List<Long> bundles = new ArrayList<>();

  synchronized void add(RunningApp app) {
    loaders.add(new WeakReference<>(app.classLoader()));
    bundles.add(app.bundle().getBundleId());
  }

  synchronized Leaks leaks(List<RunningApp> running) {
    Set<Long> ended =
        bundles.stream()
            .filter(id -> running.stream().noneMatch(app -> app.bundle().getBundleId() == id))
            .collect(Collectors.toSet());
    List<String> threads =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> bundlesOf(thread).anyMatch(ended::contains))
            .map(Thread::getName)
            .sorted()
            .toList();
    System.gc();
    loaders.removeIf(loader -> loader.refersTo(null));
    return new Leaks(loaders.size(), threads);
  }

  /**
   * A thread takes over its maker's context class loader, and an app's code runs under its own
   * everywhere: while its context starts (Gemini wraps it) and while its servlets serve.
   */
  private static Stream<Long> bundlesOf(Thread thread) {
    return Stream.of(
            Optional.ofNullable(thread.getContextClassLoader()),
            Optional.ofNullable(thread.getClass().getClassLoader()))
        .flatMap(Optional::stream)
        .flatMap(
            loader ->
                loader instanceof BundleReference reference
                    ? Optional.ofNullable(reference.getBundle()).map(Bundle::getBundleId).stream()
                    : Stream.empty());
  }
}
