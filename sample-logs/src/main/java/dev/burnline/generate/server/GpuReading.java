package dev.burnline.generate.server;

/** One look at the GPU; incidents may bend it before it is written. */
public final class GpuReading {

  /** Memory of the card, MiB. */
  public static final int TOTAL_MB = 24_576;

  /** Used memory, MiB. */
  public double usedMb;

  /** Utilisation, per cent. */
  public double utilPct;

  /** Temperature, degrees Celsius. */
  public double tempC;

  /** Power, tenths of a watt. */
  public long powerTenthsW;

  /** Latest Xid since the sample before, 0 for none. */
  public int xid;
}
