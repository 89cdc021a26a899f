package dev.burnline.generate;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of the project, as the build wrote it down. */
final class GeneratorVersion implements IVersionProvider {

  @Override
  public String[] getVersion() throws IOException {
    Properties properties = new Properties();
    try (InputStream in = GeneratorVersion.class.getResourceAsStream("version.properties")) {
      properties.load(in);
    }
    return new String[] {"burnline generate " + properties.getProperty("version")};
  }
}
