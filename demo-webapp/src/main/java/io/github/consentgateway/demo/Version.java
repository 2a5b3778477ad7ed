package io.github.consentgateway.demo;

import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the manifest of the jar. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = Demo.class.getPackage().getImplementationVersion();
    return new String[] {"demo-webapp " + (version == null ? "(not packaged)" : version)};
  }
}
