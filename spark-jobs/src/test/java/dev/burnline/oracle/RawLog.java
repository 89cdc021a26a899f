package dev.burnline.oracle;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the report is computed from.
 *
 * @param lines of all segments, repeated and unusable ones too
 * @param requests finished requests, each once
 */
record RawLog(List<OracleLine> lines, List<OracleRequest> requests, List<GpuSample> gpuSamples) {

  static RawLog read(List<Path> places, List<OracleSlo> slos) throws IOException {
    RawLog log = new RawLog(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    int segment = 0;
    for (byte[] content : LogSegments.read(places)) {
      log.readSegment(segment++, content, slos);
    }
    return log;
  }

  private void readSegment(int segment, byte[] content, List<OracleSlo> slos) {
    LineJudge judge = new LineJudge();
    List<byte[]> raw = RawLines.of(content);
    List<JudgedLine> judged = raw.stream().map(judge::judge).toList();
    Map<String, Long> lastSeqOfBoot = new HashMap<>();
    Long nearestMillis = firstUsableMillis(judged);
    for (int i = 0; i < raw.size(); i++) {
      long bytes = raw.get(i).length + 1L;
      if (judged.get(i) instanceof JudgedLine.Usable usable) {
        nearestMillis = usable.millis();
        Fields fields = new Fields(usable.object());
        LineFacts facts = LineFacts.of(fields);
        boolean repeated = isRepeated(facts, lastSeqOfBoot);
        lines.add(new OracleLine(segment, bytes, usable.millis(), null, repeated, facts));
        if (!repeated && facts.isRequest()) {
          requests.add(OracleRequest.of(usable.millis(), fields, slos));
        } else if (!repeated && facts.event().equals("gpu.sample")) {
          gpuSamples.add(GpuSample.of(usable.millis(), fields));
        }
      } else if (judged.get(i) instanceof JudgedLine.Unusable unusable) {
        lines.add(new OracleLine(segment, bytes, nearestMillis, unusable.reason(), false, null));
      }
    }
  }

  private static @Nullable Long firstUsableMillis(List<JudgedLine> judged) {
    for (JudgedLine line : judged) {
      if (line instanceof JudgedLine.Usable usable) {
        return usable.millis();
      }
    }
    return null;
  }

  private static boolean isRepeated(LineFacts line, Map<String, Long> lastSeqOfBoot) {
    if (line.seq() == null) {
      return false;
    }
    String boot = requireNonNull(line.bootId());
    Long last = lastSeqOfBoot.get(boot);
    if (last != null && line.seq() <= last) {
      return true;
    }
    lastSeqOfBoot.put(boot, line.seq());
    return false;
  }
}
