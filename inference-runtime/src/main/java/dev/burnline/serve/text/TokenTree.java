package dev.burnline.serve.text;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** The bytes of all tokens as a tree; its edges are one hash table, open in addressing. */
final class TokenTree {

  private static final int ROOT = 0;

  /** An edge is its upper node and its byte in one number. */
  private static final int MOST_NODES = 1 << 24;

  private static final int GOLDEN = 0x9e3779b9;

  private final int[] edges;

  /** The node below each edge; 0 for a free place, as nothing leads to the root. */
  private final int[] below;

  private final int shift;
  private int longest = 1;
  private final BitSet ends = new BitSet();

  private TokenTree(int bits) {
    this.edges = new int[1 << bits];
    this.below = new int[1 << bits];
    this.shift = Integer.SIZE - bits;
  }

  /** Returns the tree of these tokens, none of them empty; absent when they are too many. */
  static Optional<TokenTree> of(List<byte[]> tokens) {
    List<byte[]> sorted = tokens.stream().sorted(Arrays::compareUnsigned).toList();
    long nodes = 1;
    byte[] before = {};
    for (byte[] token : sorted) {
      int shared = Arrays.mismatch(before, token);
      nodes += shared < 0 ? 0 : token.length - shared;
      before = token;
    }
    if (nodes >= MOST_NODES) {
      return Optional.empty();
    }
    TokenTree tree = new TokenTree(Long.SIZE - Long.numberOfLeadingZeros(2 * nodes));
    int next = 1;
    for (byte[] token : sorted) {
      int node = ROOT;
      for (byte b : token) {
        int place = tree.place(node, b);
        if (tree.below[place] == 0) {
          tree.edges[place] = edge(node, b);
          tree.below[place] = next++;
        }
        node = tree.below[place];
      }
      tree.ends.set(node);
      tree.longest = Math.max(tree.longest, token.length);
    }
    return Optional.of(tree);
  }

  /** Returns the length of the longest token. */
  int longest() {
    return longest;
  }

  /** Returns the length of the longest token that the text has at this place, at least 1. */
  int longestAt(byte[] text, int from) {
    int length = 1;
    int node = ROOT;
    for (int i = from; i < text.length; i++) {
      node = below[place(node, text[i])];
      if (node == 0) {
        break;
      }
      if (ends.get(node)) {
        length = i + 1 - from;
      }
    }
    return length;
  }

  /** Returns where an edge is, or the free place where it would be. */
  private int place(int node, byte b) {
    int edge = edge(node, b);
    int place = (edge * GOLDEN) >>> shift;
    while (below[place] != 0 && edges[place] != edge) {
      place = (place + 1) & (edges.length - 1);
    }
    return place;
  }

  private static int edge(int node, byte b) {
    return node << Byte.SIZE | (b & 0xff);
  }
}
