package io.hearth.devhost.instance;

/**
 * A link of an app in the administration.
 *
 * @param section the heading it stands under, as people read it
 * @param label its text, as people read it
 * @param url the path within the context, as in the descriptor
 */
public record WebItem(String section, String label, String url, int weight) {}
