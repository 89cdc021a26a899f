package dev.burnline.trust;

import java.io.IOException;
import java.util.Random;

/** What may happen to the logs of a host. */
enum WorldAction {
  WRITE(14) {
    @Override
    void apply(RandomHost host, Random random) throws IOException {
      host.write(1 + random.nextInt(6));
    }
  },
  WRITE_PART_OF_A_LINE(3) {
    @Override
    void apply(RandomHost host, Random random) throws IOException {
      host.begin();
    }
  },
  WRITE_LATE(3) {
    @Override
    void apply(RandomHost host, Random random) throws IOException {
      host.writeLate();
    }
  },
  RESTART(2) {
    @Override
    void apply(RandomHost host, Random random) throws IOException {
      host.restart();
    }
  },
  ROTATE(5) {
    @Override
    void apply(RandomHost host, Random random) throws IOException {
      host.logs().rotate();
    }
  },
  ROTATE_TWICE(2) {
    @Override
    void apply(RandomHost host, Random random) throws IOException {
      host.logs().rotate();
      host.write(random.nextInt(3));
      host.logs().rotate();
    }
  },
  COPY(1) {
    @Override
    void apply(RandomHost host, Random random) throws IOException {
      host.logs().copy();
    }
  },
  COPY_AND_TRUNCATE(3) {
    @Override
    void apply(RandomHost host, Random random) throws IOException {
      host.logs().copy();
      host.write(random.nextInt(2));
      host.logs().truncate();
    }
  },
  TRUNCATE(2) {
    @Override
    void apply(RandomHost host, Random random) throws IOException {
      host.logs().truncate();
    }
  },
  COMPRESS(4) {
    @Override
    void apply(RandomHost host, Random random) throws IOException {
      host.logs().compress(backup(random), random);
    }
  },
  COMPRESS_AND_KEEP(2) {
    @Override
    void apply(RandomHost host, Random random) throws IOException {
      host.logs().compressAndKeep(backup(random), random);
    }
  },
  COMPRESS_HALF(2) {
    @Override
    void apply(RandomHost host, Random random) throws IOException {
      host.logs().compressHalf(backup(random), random);
    }
  },
  FINISH_COMPRESSION(2) {
    @Override
    void apply(RandomHost host, Random random) throws IOException {
      host.logs().finishCompression(backup(random), random);
    }
  },
  DELETE_BACKUP(1) {
    @Override
    void apply(RandomHost host, Random random) throws IOException {
      host.logs().delete(backup(random));
    }
  },
  DELETE_ACTIVE(1) {
    @Override
    void apply(RandomHost host, Random random) throws IOException {
      host.logs().deleteActive();
    }
  },
  RECREATE(2) {
    @Override
    void apply(RandomHost host, Random random) throws IOException {
      host.logs().recreate();
    }
  };

  private static final int TOTAL_WEIGHT = totalWeight();

  private final int weight;

  WorldAction(int weight) {
    this.weight = weight;
  }

  abstract void apply(RandomHost host, Random random) throws IOException;

  private static int totalWeight() {
    int total = 0;
    for (WorldAction action : values()) {
      total += action.weight;
    }
    return total;
  }

  /** Takes one by its weight. */
  static WorldAction any(Random random) {
    int left = random.nextInt(TOTAL_WEIGHT);
    for (WorldAction action : values()) {
      left -= action.weight;
      if (left < 0) {
        return action;
      }
    }
    throw new IllegalStateException("weights do not add up");
  }

  private static int backup(Random random) {
    return 1 + random.nextInt(3);
  }
}
