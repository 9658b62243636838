package io.hearth.handover.tool;

import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Opens files of the age format with the server's library, and joins them on its output. */
public final class Unseal {

  private Unseal() {}

  public static void main(String[] args) throws Exception {
    var key =
        List.of(
            X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(
                Files.readString(Path.of(args[0])).strip()));
    OutputStream out = System.out;
    for (String file : List.of(args).subList(1, args.length)) {
      try (FileChannel sealed = FileChannel.open(Path.of(file));
          var plain = new StandardDecryptingChannelFactory().newDecryptingChannel(sealed, key)) {
        Channels.newInputStream(plain).transferTo(out);
      }
    }
    out.flush();
  }
}
