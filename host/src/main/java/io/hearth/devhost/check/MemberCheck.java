package io.hearth.devhost.check;

import io.hearth.devhost.check.References.Member;
import io.hearth.devhost.osgi.HostPackages;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Holds every member of the products' API and of the servlet API that the classes use against the
 * signatures that are known: the app would load and then fail with NoSuchMethodError in use.
 */
final class MemberCheck {
  private final HostPackages host;
  private final String servletPackage;
  private final Consumer<String> problem;

  MemberCheck(HostPackages host, String servletPackage, Consumer<String> problem) {
    this.host = host;
    this.servletPackage = servletPackage;
    this.problem = problem;
  }

  void check(References references) {
    references.members().forEach(this::checkMember);
  }

  private void checkMember(Member member, String user) {
    String owner = member.owner().replace('/', '.');
    boolean ofHost = owner.startsWith("com.atlassian.") || owner.startsWith(servletPackage);
    if (!ofHost || !host.exports(packageOf(owner))) {
      return;
    }
    try {
      Class<?> type = Class.forName(owner, false, MemberCheck.class.getClassLoader());
      if (!has(type, member)) {
        problem.accept(
            user
                + " uses "
                + owner
                + "."
                + member.name()
                + member.descriptor()
                + ", which is not among the known signatures of the products");
      }
    } catch (ClassNotFoundException e) {
      problem.accept(
          user + " uses " + owner + ", which is not among the known types of the products");
    }
  }

  private static String packageOf(String className) {
    return className.substring(0, className.lastIndexOf('.'));
  }

  private static boolean has(Class<?> type, Member member) {
    if (member.field()) {
      return Arrays.stream(type.getFields())
          .anyMatch(field -> field.getName().equals(member.name()));
    }
    if ("<init>".equals(member.name())) {
      return Arrays.stream(type.getDeclaredConstructors())
          .map(MemberCheck::descriptor)
          .anyMatch(member.descriptor()::equals);
    }
    return methods(type)
        .filter(method -> method.getName().equals(member.name()))
        .map(MemberCheck::descriptor)
        .anyMatch(member.descriptor()::equals);
  }

  /** Public and inherited ones, and the protected ones that a subclass may call. */
  private static Stream<Method> methods(Class<?> type) {
    Stream<Method> visible =
        Stream.concat(
            Arrays.stream(type.getMethods()),
            type.isInterface() ? Arrays.stream(Object.class.getMethods()) : Stream.empty());
    Stream<Method> inherited =
        Stream.<Class<?>>iterate(type, each -> each != null, Class::getSuperclass)
            .flatMap(each -> Arrays.stream(each.getDeclaredMethods()));
    return Stream.concat(visible, inherited);
  }

  private static String descriptor(Method method) {
    return MethodType.methodType(method.getReturnType(), method.getParameterTypes())
        .toMethodDescriptorString();
  }

  private static String descriptor(Constructor<?> constructor) {
    return MethodType.methodType(void.class, constructor.getParameterTypes())
        .toMethodDescriptorString();
  }
}
