package io.hearth.devhost;
public final class Main { 
  public static void main(String[] a) throws Exception {
    long t=System.nanoTime();
    var f = new io.hearth.devhost.osgi.AppFramework(io.hearth.devhost.osgi.HostPackages.of(io.hearth.devhost.instance.Platform.ofThisBuild()), java.nio.file.Files.createTempDirectory("fx"));
    System.out.println((System.nanoTime()-t)/1000000+" ms");
    for (var b : f.context().getBundles()) System.out.println(b.getSymbolicName()+" "+b.getState());
    f.close();
    System.out.println((System.nanoTime()-t)/1000000+" ms");
  }
}
