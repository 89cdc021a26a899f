package dev.burnline.store;

import dev.burnline.rollup.BootSequences;
import dev.burnline.rollup.Continuity;
import dev.burnline.rollup.Landmark;
import dev.burnline.rollup.Landmarks;
import dev.burnline.rollup.RequestPairs;
import dev.burnline.rollup.SeqRange;
import dev.burnline.rollup.UnusableSample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** A continuity as Avro record; equal ones give equal bytes. */
final class ContinuityCodec {

  private static final Schema CONTINUITY = RollupSchema.record("Continuity");
  private static final Schema BOOT = RollupSchema.items(CONTINUITY, "boots");
  private static final Schema RANGE = RollupSchema.items(BOOT, "ranges");
  private static final Schema OPEN = RollupSchema.items(CONTINUITY, "open");
  private static final Schema SAMPLE = RollupSchema.items(CONTINUITY, "samples");
  private static final Schema LANDMARK = RollupSchema.items(CONTINUITY, "landmarks");

  private ContinuityCodec() {}

  static GenericRecord encode(Continuity continuity) {
    GenericRecord out = new GenericData.Record(CONTINUITY);
    List<GenericRecord> boots = new ArrayList<>();
    continuity.sequences().ranges().forEach((boot, ranges) -> boots.add(encode(boot, ranges)));
    out.put("boots", boots);
    List<GenericRecord> open = new ArrayList<>();
    new TreeMap<>(continuity.pairs().open())
        .forEach(
            (hash, minute) -> {
              GenericRecord record = new GenericData.Record(OPEN);
              record.put("hash", hash);
              record.put("minute", minute);
              open.add(record);
            });
    out.put("open", open);
    out.put("finished", new ArrayList<>(new TreeSet<>(continuity.pairs().finished())));
    out.put("leading", RowCodec.encode(continuity.leading()));
    List<GenericRecord> samples = new ArrayList<>();
    for (UnusableSample sample : continuity.samples()) {
      GenericRecord record = new GenericData.Record(SAMPLE);
      record.put("offset", sample.offset());
      record.put("reason", sample.reason().key());
      samples.add(record);
    }
    out.put("samples", samples);
    out.put("first_minute", continuity.firstMinute());
    out.put("last_minute", continuity.lastMinute());
    out.put("landmarks", encode(continuity.landmarks()));
    return out;
  }

  private static List<GenericRecord> encode(Landmarks landmarks) {
    List<GenericRecord> list = new ArrayList<>();
    for (Landmark line : landmarks.list()) {
      GenericRecord record = new GenericData.Record(LANDMARK);
      record.put("offset", line.offset());
      record.put("bytes", line.bytes());
      record.put("hash", line.hash());
      list.add(record);
    }
    return list;
  }

  private static GenericRecord encode(String boot, List<SeqRange> ranges) {
    List<GenericRecord> list = new ArrayList<>();
    for (SeqRange range : ranges) {
      GenericRecord record = new GenericData.Record(RANGE);
      record.put("first", range.first());
      record.put("last", range.last());
      record.put("first_minute", range.firstMinute());
      list.add(record);
    }
    GenericRecord out = new GenericData.Record(BOOT);
    out.put("boot_id", boot);
    out.put("ranges", list);
    return out;
  }

  static Continuity decode(GenericRecord in) {
    Map<String, List<SeqRange>> boots = new HashMap<>();
    for (GenericRecord boot : Records.list(in.get("boots"))) {
      List<SeqRange> ranges = new ArrayList<>();
      for (GenericRecord range : Records.list(boot.get("ranges"))) {
        ranges.add(
            new SeqRange(
                (long) range.get("first"),
                (long) range.get("last"),
                (int) range.get("first_minute")));
      }
      boots.put((String) boot.get("boot_id"), ranges);
    }
    Map<Long, Integer> open = new HashMap<>();
    for (GenericRecord request : Records.list(in.get("open"))) {
      open.put((Long) request.get("hash"), (Integer) request.get("minute"));
    }
    List<UnusableSample> samples = new ArrayList<>();
    for (GenericRecord sample : Records.list(in.get("samples"))) {
      samples.add(
          new UnusableSample(
              (long) sample.get("offset"), RowCodec.unusable((String) sample.get("reason"))));
    }
    return new Continuity(
        new BootSequences(boots),
        new RequestPairs(open, new HashSet<>(Records.longs(in.get("finished")))),
        RowCodec.logMinute((GenericRecord) in.get("leading")),
        samples,
        (Integer) in.get("first_minute"),
        (Integer) in.get("last_minute"),
        landmarks(Records.list(in.get("landmarks"))));
  }

  private static Landmarks landmarks(List<GenericRecord> in) {
    List<Landmark> lines = new ArrayList<>();
    for (GenericRecord line : in) {
      lines.add(
          new Landmark((long) line.get("offset"), (int) line.get("bytes"), (int) line.get("hash")));
    }
    return new Landmarks(lines);
  }
}
