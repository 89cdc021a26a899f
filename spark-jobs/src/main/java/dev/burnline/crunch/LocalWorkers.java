package dev.burnline.crunch;

import dev.burnline.log.UnreadLog;
import dev.burnline.rollup.BootSequences;
import java.util.List;

/** Does one step after the other in the calling thread. */
public final class LocalWorkers implements Workers {

  private final SplitKernel kernel;
  private final SegmentJoin join;

  /** Creates workers of this kernel and join. */
  public LocalWorkers(SplitKernel kernel, SegmentJoin join) {
    this.kernel = kernel;
    this.join = join;
  }

  @Override
  public List<SplitResult> read(List<LogSplit> splits) {
    return splits.stream().map(split -> kernel.run(split, new BootSequences())).toList();
  }

  @Override
  public List<UnreadLog> join(List<SegmentJoin.Pieces> pieces) {
    return pieces.stream().flatMap(one -> join.join(one).stream()).toList();
  }
}
