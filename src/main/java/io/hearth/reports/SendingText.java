package io.hearth.reports;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import io.hearth.egress.Failure;
import io.hearth.reports.Sending.Phase;
import io.hearth.reports.Sending.Reply;
import io.hearth.reports.Sending.Stand;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Sendings and receipts as the files that are kept. */
final class SendingText {

  private record KeptSending(
      String node,
      String by,
      String began,
      String host,
      String sha256,
      long bytes,
      String phase,
      int attempt,
      long sent,
      String next,
      KeptReply reply) {}

  private record KeptReply(int status, String why, String text) {}

  private record KeptReceipt(
      String at, String host, int status, String text, long bytes, String sha256) {}

  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private SendingText() {}

  static String write(Sending one) {
    Stand stand = one.stand();
    return GSON.toJson(
        new KeptSending(
            one.node(),
            one.by(),
            one.began().toString(),
            one.host(),
            one.sha256(),
            one.bytes(),
            stand.phase().name(),
            stand.attempt(),
            stand.sent(),
            stand.next().map(Instant::toString).orElse(null),
            stand.reply().map(SendingText::kept).orElse(null)));
  }

  private static KeptReply kept(Reply reply) {
    return new KeptReply(reply.status(), reply.why().map(Enum::name).orElse(null), reply.text());
  }

  static Sending sending(long number, String text) {
    try {
      KeptSending kept = GSON.fromJson(text, KeptSending.class);
      return new Sending(
          number,
          Objects.requireNonNull(kept.node()),
          Objects.requireNonNull(kept.by()),
          Instant.parse(kept.began()),
          Objects.requireNonNull(kept.host()),
          Objects.requireNonNull(kept.sha256()),
          kept.bytes(),
          new Stand(
              Phase.valueOf(kept.phase()),
              kept.attempt(),
              kept.sent(),
              Optional.ofNullable(kept.next()).map(Instant::parse),
              Optional.ofNullable(kept.reply()).map(SendingText::reply)));
    } catch (JsonParseException | DateTimeException | NullPointerException e) {
      throw new IllegalArgumentException("a kept sending is broken", e);
    }
  }

  private static Reply reply(KeptReply kept) {
    return new Reply(
        kept.status(),
        Optional.ofNullable(kept.why()).map(Failure::valueOf),
        Objects.requireNonNull(kept.text()));
  }

  static String write(SentReceipt one) {
    return GSON.toJson(
        new KeptReceipt(
            one.at().toString(), one.host(), one.status(), one.text(), one.bytes(), one.sha256()));
  }

  static SentReceipt receipt(String text) {
    try {
      KeptReceipt kept = GSON.fromJson(text, KeptReceipt.class);
      return new SentReceipt(
          Instant.parse(kept.at()),
          Objects.requireNonNull(kept.host()),
          kept.status(),
          Objects.requireNonNull(kept.text()),
          kept.bytes(),
          Objects.requireNonNull(kept.sha256()));
    } catch (JsonParseException | DateTimeException | NullPointerException e) {
      throw new IllegalArgumentException("a kept receipt is broken", e);
    }
  }
}
