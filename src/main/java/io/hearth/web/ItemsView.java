package io.hearth.web;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.hearth.application.Inventory;
import io.hearth.application.Limits;
import io.hearth.application.Limits.Range;
import io.hearth.application.Names;
import io.hearth.application.Texts;
import io.hearth.collectors.Item;
import io.hearth.host.Product;
import java.util.Collection;

/** The dry run as JSON; {@code Items} in the OpenAPI file. */
record ItemsView(Texts texts) {

  JsonObject of(Inventory inventory) {
    JsonObject json = new JsonObject();
    json.add("product", product(inventory.product()));
    json.addProperty("node", inventory.node());
    json.addProperty("generatedAt", inventory.at().toString());
    JsonArray presets = new JsonArray();
    for (Item.Preset preset : Item.Preset.values()) {
      presets.add(preset(preset, inventory));
    }
    json.add("presets", presets);
    json.add("limits", limits());
    JsonArray items = new JsonArray();
    inventory.lines().forEach(line -> items.add(item(line)));
    json.add("items", items);
    json.add("total", total(inventory));
    return json;
  }

  private static JsonObject product(Product product) {
    JsonObject json = new JsonObject();
    json.addProperty("kind", Names.of(product.kind()));
    json.addProperty("name", product.name());
    json.addProperty("version", product.version());
    json.addProperty("build", product.build());
    return json;
  }

  private JsonObject preset(Item.Preset preset, Inventory inventory) {
    JsonObject json = new JsonObject();
    json.addProperty("id", Names.of(preset));
    json.addProperty("title", texts.text("zip.preset." + Names.of(preset)));
    JsonArray items = new JsonArray();
    inventory.lines().stream()
        .map(Inventory.Line::item)
        .filter(item -> item.presets().contains(preset))
        .forEach(item -> items.add(item.id()));
    json.add("items", items);
    return json;
  }

  private static JsonObject limits() {
    JsonObject json = new JsonObject();
    json.add("maxBytes", limit(Limits.MAX_BYTES));
    json.add("maxBytesPerItem", limit(Limits.MAX_BYTES_PER_ITEM));
    json.add("sinceDays", limit(Limits.SINCE_DAYS));
    json.add("maxSeconds", limit(Limits.MAX_SECONDS));
    return json;
  }

  private static JsonObject limit(Range range) {
    JsonObject json = new JsonObject();
    json.addProperty("default", range.standard());
    json.addProperty("min", range.min());
    json.addProperty("max", range.max());
    return json;
  }

  private JsonObject item(Inventory.Line line) {
    Item item = line.item();
    String key = "item." + item.id() + ".";
    JsonObject json = new JsonObject();
    json.addProperty("id", item.id());
    json.addProperty("title", texts.text(key + "title"));
    json.addProperty("description", texts.text(key + "description"));
    json.add("presets", names(item.presets()));
    json.add("reveals", names(item.reveals()));
    json.addProperty("cost", Names.of(item.cost()));
    json.addProperty("available", line.files() > 0);
    json.addProperty("files", line.files());
    json.addProperty("bytes", line.bytes());
    json.addProperty("estimatedZipBytes", line.estimatedZipBytes());
    json.add("warnings", warnings(line));
    JsonArray options = new JsonArray();
    item.options().forEach(option -> options.add(option(key, option)));
    json.add("options", options);
    return json;
  }

  private JsonArray warnings(Inventory.Line line) {
    JsonArray warnings = new JsonArray();
    if (line.item().cost() == Item.Cost.PAUSE) {
      warnings.add(warning("pause"));
    }
    if (line.left() > 0) {
      warnings.add(warning("left", line.left()));
    }
    return warnings;
  }

  private JsonObject warning(String code, Object... values) {
    JsonObject json = new JsonObject();
    json.addProperty("code", code);
    json.addProperty("text", texts.text("zip.warning." + code, values));
    return json;
  }

  private JsonObject option(String key, Item.Option option) {
    JsonObject json = new JsonObject();
    json.addProperty("id", option.name());
    json.addProperty("title", texts.text(key + "option." + option.name()));
    json.addProperty("type", "integer");
    json.addProperty("default", option.standard());
    json.addProperty("min", option.min());
    json.addProperty("max", option.max());
    return json;
  }

  private static JsonObject total(Inventory inventory) {
    JsonObject json = new JsonObject();
    json.addProperty("files", inventory.lines().stream().mapToLong(Inventory.Line::files).sum());
    json.addProperty("bytes", inventory.lines().stream().mapToLong(Inventory.Line::bytes).sum());
    json.addProperty(
        "estimatedZipBytes",
        inventory.lines().stream().mapToLong(Inventory.Line::estimatedZipBytes).sum());
    return json;
  }

  /** Sets have no order of their own; the constants' order keeps the answer stable. */
  private static JsonArray names(Collection<? extends Enum<?>> constants) {
    JsonArray array = new JsonArray();
    constants.stream()
        .sorted((a, b) -> Integer.compare(a.ordinal(), b.ordinal()))
        .forEach(constant -> array.add(Names.of(constant)));
    return array;
  }
}
