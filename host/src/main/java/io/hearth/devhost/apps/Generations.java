package io.hearth.devhost.apps;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The class loaders of all app generations ever started, held weakly, to tell what was left. */
final class Generations {
  private final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();

  synchronized void add(ClassLoader loader) {
    loaders.add(new WeakReference<>(loader));
  }

  Leaks leaks(List<RunningApp> running) {
    Set<ClassLoader> live = new HashSet<>(running.stream().map(RunningApp::classLoader).toList());
    List<String> threads =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> alive().anyMatch(left -> !live.contains(left) && isOf(thread, left)))
            .map(Thread::getName)
            .sorted()
            .toList();
    System.gc();
    return new Leaks((int) alive().count(), threads);
  }

  private synchronized Stream<ClassLoader> alive() {
    loaders.removeIf(reference -> reference.refersTo(null));
    return loaders.stream()
        .flatMap(reference -> Optional.ofNullable(reference.get()).stream())
        .toList()
        .stream();
  }

  /**
   * A thread takes over its maker's context class loader, and an app's code runs under its own
   * everywhere: while its context starts and while its servlets serve.
   */
  private static boolean isOf(Thread thread, ClassLoader loader) {
    return thread.isAlive()
        && (thread.getContextClassLoader() == loader
            || thread.getClass().getClassLoader() == loader);
  }
}
