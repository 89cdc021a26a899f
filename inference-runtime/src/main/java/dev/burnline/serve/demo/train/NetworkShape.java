package dev.burnline.serve.demo.train;

/**
 * The shape of a Qwen2 network whose output head is its token embedding.
 *
 * @param vocabulary token ids
 * @param hidden width of the residual stream; {@code heads} times an even width of one head
 * @param layers transformer blocks
 * @param heads query heads, a multiple of {@code keyValueHeads}
 * @param keyValueHeads key and value heads
 * @param feedForward width inside the SwiGLU block
 * @param ropeTheta base of the rotary position embedding
 * @param normEpsilon what RMSNorm adds to the mean square
 */
public record NetworkShape(
    int vocabulary,
    int hidden,
    int layers,
    int heads,
    int keyValueHeads,
    int feedForward,
    double ropeTheta,
    double normEpsilon) {

  public NetworkShape {
    if (vocabulary < 1 || layers < 1 || feedForward < 1 || keyValueHeads < 1) {
      throw new IllegalArgumentException("every size of a network must be at least 1");
    }
    if (heads < 1 || heads % keyValueHeads != 0) {
      throw new IllegalArgumentException(
          "heads must be a multiple of keyValueHeads " + keyValueHeads + ", got " + heads);
    }
    if (hidden < 1 || hidden % (2 * heads) != 0) {
      throw new IllegalArgumentException(
          "hidden must be heads " + heads + " times an even width, got " + hidden);
    }
  }

  /** Returns the demo model's shape for a vocabulary: 0.8 million parameters. */
  public static NetworkShape small(int vocabulary) {
    return new NetworkShape(vocabulary, 128, 4, 4, 2, 384, 10_000, 1e-6);
  }

  /** Returns the width of one head. */
  public int headWidth() {
    return hidden / heads;
  }

  int groupSize() {
    return heads / keyValueHeads;
  }
}
