package dev.burnline.job;

import dev.burnline.slo.openslo.SloFile;
import dev.burnline.slo.openslo.SloFileException;
import dev.burnline.slo.openslo.SloSource;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries an SLO file to executors as its text; conditions compiled on the driver stay there. */
final class SloFiles implements Serializable {

  private static final long serialVersionUID = 1L;

  private final ArrayList<SloSource> sources;
  private transient @Nullable SloFile parsed;

  SloFiles(SloFile file) {
    this.sources = new ArrayList<>(file.sources());
    this.parsed = file;
  }

  synchronized SloFile file() {
    SloFile known = parsed;
    if (known == null) {
      try {
        known = SloFile.parse(List.copyOf(sources));
      } catch (SloFileException e) {
        throw new IllegalStateException("the driver could parse this SLO file", e);
      }
      parsed = known;
    }
    return known;
  }
}
