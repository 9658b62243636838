package io.hearth.egress;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Reads the beginning of an answer as text, and hangs up on what is longer. */
final class Receipt implements BodySubscriber<String> {

  private final int most;
  private final byte[] bytes;
  private final CompletableFuture<String> text = new CompletableFuture<>();
  private final List<Subscription> subscription = new ArrayList<>(1);
  private int length;

  /**
   * @param most characters, of up to four bytes each
   */
  Receipt(int most) {
    this.most = most;
    this.bytes = new byte[most * 4];
  }

  @Override
  public CompletionStage<String> getBody() {
    return text;
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription.add(given);
    given.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      int take = Math.min(buffer.remaining(), bytes.length - length);
      buffer.get(bytes, length, take);
      length += take;
      buffer.position(buffer.limit());
    }
    if (length == bytes.length) {
      subscription.get(0).cancel();
      onComplete();
    } else {
      subscription.get(0).request(1);
    }
  }

  @Override
  public void onError(Throwable failure) {
    text.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    String all = new String(bytes, 0, length, StandardCharsets.UTF_8);
    text.complete(all.length() <= most ? all : all.substring(0, most));
  }
}
