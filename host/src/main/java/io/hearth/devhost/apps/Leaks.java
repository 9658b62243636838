package io.hearth.devhost.apps;

import java.util.List;

/**
 * What apps have left in the JVM.
 *
 * @param classLoaders generations still in memory; a running app is one of them
 * @param threads names of threads that belong to stopped generations
 */
public record Leaks(int classLoaders, List<String> threads) {}
