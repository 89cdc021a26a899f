package dev.burnline.store;

import dev.burnline.rollup.Distribution;
import dev.burnline.rollup.ExactSum;
import dev.burnline.rollup.Histogram;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Distributions as Avro records; an empty one is null. */
final class DistributionCodec {

  private static final int MAX_VARINT_BYTES = 10;

  private DistributionCodec() {}

  static @Nullable GenericRecord encode(Distribution distribution, Schema schema) {
    if (distribution.isEmpty()) {
      return null;
    }
    GenericRecord out = new GenericData.Record(schema);
    out.put("count", distribution.count());
    out.put("sum_whole", distribution.sum().whole());
    out.put("sum_fraction", distribution.sum().fraction());
    out.put("min", distribution.min());
    out.put("max", distribution.max());
    out.put("buckets", buckets(distribution.histogram()));
    return out;
  }

  static Distribution decode(@Nullable Object value) {
    if (!(value instanceof GenericRecord in)) {
      return new Distribution();
    }
    return new Distribution(
        (long) in.get("count"),
        new ExactSum((long) in.get("sum_whole"), (long) in.get("sum_fraction")),
        (double) in.get("min"),
        (double) in.get("max"),
        histogram((ByteBuffer) in.get("buckets")));
  }

  private static ByteBuffer buckets(Histogram histogram) {
    ByteBuffer out = ByteBuffer.allocate(histogram.size() * 2 * MAX_VARINT_BYTES);
    int[] before = {0};
    histogram.forEach(
        (bucket, count) -> {
          putVarint(out, bucket - before[0]);
          putVarint(out, count);
          before[0] = bucket;
        });
    return out.flip();
  }

  private static Histogram histogram(ByteBuffer in) {
    Histogram histogram = new Histogram();
    int bucket = 0;
    while (in.hasRemaining()) {
      bucket += (int) varint(in);
      histogram.add(bucket, varint(in));
    }
    return histogram;
  }

  private static void putVarint(ByteBuffer out, long value) {
    long rest = value;
    while (rest > 0x7F) {
      out.put((byte) (rest | 0x80));
      rest >>>= 7;
    }
    out.put((byte) rest);
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    int shift = 0;
    byte b;
    do {
      b = in.get();
      value |= (long) (b & 0x7F) << shift;
      shift += 7;
    } while (b < 0);
    return value;
  }
}
