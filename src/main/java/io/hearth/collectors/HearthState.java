package io.hearth.collectors;

import io.hearth.collectors.Item.Cost;
import io.hearth.collectors.Item.Preset;
import io.hearth.collectors.Item.Reveals;
import io.hearth.host.InstalledApp;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * This app itself: how the product sees it, what it keeps in the shared home, what its threads do.
 * Kept Support ZIPs and problem reports are counted but not taken: the one would pack a ZIP into a
 * ZIP, the others were told in confidence and leave by an administrator's own decision only. So are
 * the keys and look-up tables of redaction, which would undo it, the audit trail, which is the
 * house's own, and counters of usage, which are for the house as well.
 */
final class HearthState implements Collector {

  private static final String KEY = "io.hearth";
  private static final String FOLDER = "hearth";
  private static final Set<String> COUNTED_ONLY =
      Set.of("zips", "cluster", "reports", "redaction", "source-maps");
  private static final Pattern HOUSE =
      Pattern.compile("/audit(\\.\\d+)?\\.jsonl$|/nodes/[^/]+/usage/");
  private static final Item ITEM =
      new Item(
          "hearth",
          Set.of(Preset.QUICK, Preset.FULL),
          Set.of(Reveals.NETWORK, Reveals.CONTENT),
          Cost.READS_FILES);

  @Override
  public Item item() {
    return ITEM;
  }

  @Override
  public List<Entry> entries(Scope scope) {
    SafeFiles files = SafeFiles.below(scope.host().layout());
    FileSearch kept = new FileSearch(files);
    for (Path store : stores(scope)) {
      if (!(files.look(store) instanceof SafeFiles.Look.Refused)) {
        kept.folder(FOLDER + "/", store, name -> true);
      }
    }
    List<FoundFile> taken = kept.found().stream().filter(file -> isTaken(file.name())).toList();
    List<Entry> entries = new ArrayList<>();
    entries.add(Facts.entry("hearth.json", 2048, () -> facts(scope, kept)));
    entries.addAll(FilePlan.of(files, taken, scope.maxBytesPerItem()));
    kept.missing().stream().filter(gap -> isTaken(gap.name())).forEach(entries::add);
    return entries;
  }

  private static boolean isTaken(String name) {
    return !COUNTED_ONLY.contains(area(name)) && !HOUSE.matcher(name).find();
  }

  private static List<Path> stores(Scope scope) {
    Path local = scope.host().layout().localHome().resolve(FOLDER);
    Path shared = scope.host().layout().sharedHome().resolve(FOLDER);
    return local.equals(shared) ? List.of(shared) : List.of(shared, local);
  }

  private static Facts facts(Scope scope, FileSearch kept) {
    Facts facts =
        new Facts()
            .put("seenByProduct", asSeen(scope))
            .put("stores", stores(scope).stream().map(Path::toString).toList())
            .put("kept", areas(kept));
    return scope.live() ? facts.put("threads", threads()) : facts;
  }

  private static Optional<Facts> asSeen(Scope scope) {
    return scope.host().apps().stream()
        .filter(app -> app.key().equals(KEY))
        .findFirst()
        .map(
            (InstalledApp app) ->
                new Facts().put("version", app.version()).put("state", app.state()));
  }

  private static Facts areas(FileSearch kept) {
    Map<String, List<FoundFile>> byArea = new TreeMap<>();
    for (FoundFile file : kept.found()) {
      byArea.computeIfAbsent(area(file), any -> new ArrayList<>()).add(file);
    }
    Facts facts = new Facts();
    byArea.forEach(
        (area, found) ->
            facts.put(
                area,
                new Facts()
                    .put("files", found.size())
                    .put("bytes", found.stream().mapToLong(FoundFile::bytes).sum())));
    return facts;
  }

  private static String area(FoundFile file) {
    return area(file.name());
  }

  /** The first folder below our own, as {@code nodes}; a file right there is its own area. */
  private static String area(String name) {
    String below = name.startsWith(FOLDER + "/") ? name.substring(FOLDER.length() + 1) : name;
    return below.split("/", 2)[0];
  }

  private static Facts threads() {
    Map<String, String> states = new TreeMap<>();
    Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith(FOLDER + "-"))
        .forEach(thread -> states.put(thread.getName(), thread.getState().name()));
    return new Facts().putAll(states);
  }
}
