package io.hearth.devhost.check;

import io.hearth.devhost.plugin.AppArchive;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** The packages and members that an app's classes refer to, read from their byte code. */
final class References {
  /** A call or field access; {@code owner} is an internal name as in {@code java/lang/String}. */
  record Member(String owner, String name, String descriptor, boolean field)
      implements Comparable<Member> {
    @Override
    public int compareTo(Member other) {
      return toString().compareTo(other.toString());
    }
  }

  private final Map<String, String> userOfPackage = new TreeMap<>();
  private final Map<Member, String> userOfMember = new TreeMap<>();
  private final Set<String> types = new TreeSet<>();

  static References of(AppArchive archive) {
    References references = new References();
    for (String path : archive.classes()) {
      byte[] bytes = archive.entry(path).orElseThrow();
      references.readClass(path.replace('/', '.').replaceAll("\\.class$", ""), bytes);
    }
    return references;
  }

  Set<String> packages() {
    return Collections.unmodifiableSet(userOfPackage.keySet());
  }

  String userOf(String packageName) {
    return Optional.ofNullable(userOfPackage.get(packageName)).orElse("no class");
  }

  Map<Member, String> members() {
    return Collections.unmodifiableMap(userOfMember);
  }

  private void readClass(String user, byte[] bytes) {
    Remapper types =
        new Remapper() {
          @Override
          public String map(String internalName) {
            addType(internalName, user);
            return internalName;
          }
        };
    ClassVisitor members =
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MemberCollector(user);
          }
        };
    new ClassReader(bytes)
        .accept(
            new WithoutAnnotations(new ClassRemapper(members, types)),
            ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
  }

  private void addType(String internalName, String user) {
    String element = internalName.replaceAll("^\\[+L?", "").replaceAll(";$", "");
    if (types.add(element) && element.contains("/")) {
      String packageName = element.substring(0, element.lastIndexOf('/')).replace('/', '.');
      userOfPackage.putIfAbsent(packageName, user);
    }
  }

  private final class MemberCollector extends MethodVisitor {
    private final String user;

    MemberCollector(String user) {
      super(Opcodes.ASM9);
      this.user = user;
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean onInterface) {
      userOfMember.putIfAbsent(new Member(owner, name, descriptor, false), user);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      userOfMember.putIfAbsent(new Member(owner, name, descriptor, true), user);
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      for (Object argument : arguments) {
        if (argument instanceof Handle handle) {
          boolean field = handle.getTag() <= Opcodes.H_PUTSTATIC;
          userOfMember.putIfAbsent(
              new Member(handle.getOwner(), handle.getName(), handle.getDesc(), field), user);
        }
      }
    }
  }
}
