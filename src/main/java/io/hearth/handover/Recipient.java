package io.hearth.handover;

import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** To whom a file is encrypted: an X25519 recipient of the age format, which is no secret. */
public final class Recipient {

  public static final int LENGTH = 62;

  private static final Pattern FORM = Pattern.compile("age1[02-9ac-hj-np-z]{58}");

  private static final Pattern SECRET =
      Pattern.compile("AGE-SECRET-KEY-", Pattern.CASE_INSENSITIVE);

  private final String text;
  private final RecipientStanzaWriter writer;

  private Recipient(String text, RecipientStanzaWriter writer) {
    this.text = text;
    this.writer = writer;
  }

  /** Empty when nothing can be encrypted to it, such as a point that shares no secret. */
  public static Optional<Recipient> of(String typed) {
    String text = typed.strip();
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      Recipient one =
          new Recipient(text, X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(text));
      one.into(Channels.newChannel(OutputStream.nullOutputStream()));
      return Optional.of(one);
    } catch (GeneralSecurityException | IOException | IllegalArgumentException unfit) {
      return Optional.empty();
    }
  }

  /** Whether it is, or holds, a key that opens files: nobody but its owner may have it. */
  public static boolean isSecret(String typed) {
    return SECRET.matcher(typed).find();
  }

  /** Writes the header; what is written into the result goes on encrypted. */
  WritableByteChannel into(WritableByteChannel out) throws IOException, GeneralSecurityException {
    return new StandardEncryptingChannelFactory().newEncryptingChannel(out, List.of(writer));
  }

  @Override
  public String toString() {
    return text;
  }
}
