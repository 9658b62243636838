package io.hearth.devhost;

import io.hearth.devhost.apps.Apps;
import io.hearth.devhost.apps.Apps.InstalledApp;
import io.hearth.devhost.apps.RunningApp;
import io.hearth.devhost.instance.AppRecord;
import io.hearth.devhost.instance.AppsView;
import io.hearth.devhost.instance.WebItem;
import io.hearth.devhost.plugin.Descriptor.Information;
import io.hearth.devhost.plugin.Descriptor.Label;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the instance shows of its apps. */
record AppsOfInstance(Apps all) implements AppsView {

  @Override
  public List<WebItem> webItems() {
    return all.running().stream()
        .flatMap(AppsOfInstance::items)
        .sorted(Comparator.comparingInt(WebItem::weight))
        .toList();
  }

  private static Stream<WebItem> items(RunningApp app) {
    Map<String, String> texts = app.texts(Locale.ENGLISH);
    return app.descriptor().webItems().stream()
        .map(
            item ->
                new WebItem(
                    section(app, item.section(), texts),
                    text(item.label(), texts),
                    item.link(),
                    item.weight()));
  }

  /** The heading of the app's own section, else the place of the product that the item names. */
  private static String section(RunningApp app, String place, Map<String, String> texts) {
    return app.descriptor().webSections().stream()
        .filter(section -> place.equals(section.location() + "/" + section.key()))
        .findFirst()
        .map(section -> text(section.label(), texts))
        .orElse(place);
  }

  private static String text(Label label, Map<String, String> texts) {
    return label
        .key()
        .map(key -> Optional.ofNullable(texts.get(key)).orElse(key))
        .orElse(label.text());
  }

  @Override
  public List<AppRecord> apps() {
    return all.all().stream().map(AppsOfInstance::app).toList();
  }

  private static AppRecord app(InstalledApp app) {
    Information about = app.descriptor().information();
    return new AppRecord(
        about.key(),
        about.name(),
        about.version(),
        about.vendor(),
        app.running().isPresent(),
        true);
  }

  @Override
  public Optional<byte[]> file(String key, String path) {
    return all.running().stream()
        .filter(app -> app.key().equals(key))
        .findFirst()
        .flatMap(app -> app.archive().entry(path));
  }

  @Override
  public Map<String, String> translations(Locale locale) {
    Map<String, String> texts = new HashMap<>();
    all.running().forEach(app -> texts.putAll(app.texts(locale)));
    return texts;
  }
}
