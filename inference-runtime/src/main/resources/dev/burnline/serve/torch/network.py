class Network(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool

  # Shapes: T tokens of all sequences one after another, S sequences, H hidden,
  # Q query heads and K key-value heads of D elements each, V vocabulary.

  # The little-endian bytes of a tensor as elements of the type wanted, in memory of their own.
  def weight(self: __torch__.Network, bytes: Tensor, shape: List[int], stored: int, wanted: int) -> Tensor:
    return torch.to(torch.reshape(torch.view_copy(bytes, dtype=stored), shape), wanted)

  # Matrices with the same input as one: [A, H], [B, H] ... -> [A + B ..., H]
  def join(self: __torch__.Network, parts: List[Tensor]) -> Tensor:
    return torch.cat(parts)

  # [layers, 2, K, capacity, D], of the element type and on the device of `like`
  def cache(self: __torch__.Network, like: Tensor, shape: List[int]) -> Tensor:
    return torch.new_zeros(like, shape)

  # RMSNorm in single precision: [T, H] -> [T, H]
  def norm(self: __torch__.Network, x: Tensor, weight: Tensor, eps: float) -> Tensor:
    wide = torch.to(x, 6)
    scale = torch.rsqrt(torch.add(torch.mean(torch.mul(wide, wide), [-1], True), eps))
    return torch.mul(weight, torch.to(torch.mul(wide, scale), x))

  # Rotary position embedding of the halves of each head: [T, heads, D] -> [T, heads, D]
  def rotate(self: __torch__.Network, x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    half = torch.floordiv(torch.size(x, -1), 2)
    first = torch.narrow(x, -1, 0, half)
    second = torch.narrow(x, -1, half, half)
    return torch.cat([
        torch.sub(torch.mul(first, cos), torch.mul(second, sin)),
        torch.add(torch.mul(second, cos), torch.mul(first, sin))], -1)

  # One sequence's new tokens, n of them, see all before them and themselves:
  # query [n, Q, D], cache of one layer [2, K, capacity, D] -> [n, Q * D]
  def attend(self: __torch__.Network, query: Tensor, key: Tensor, value: Tensor, cache: Tensor, past: int) -> Tensor:
    n = torch.size(query, 0)
    heads = torch.size(query, 1)
    size = torch.size(query, 2)
    groups = torch.size(key, 1)
    total = torch.add(past, n)
    keys = torch.select(cache, 0, 0)
    values = torch.select(cache, 0, 1)
    written = torch.copy_(torch.narrow(keys, 1, past, n), torch.transpose(key, 0, 1))
    written = torch.copy_(torch.narrow(values, 1, past, n), torch.transpose(value, 0, 1))
    keys = torch.unsqueeze(torch.narrow(keys, 1, 0, total), 0)
    values = torch.unsqueeze(torch.narrow(values, 1, 0, total), 0)
    if torch.eq(n, 1):
      # The query heads of a group as rows of one matrix: nothing to mask, and no copies of keys.
      rows = torch.reshape(query, [1, groups, torch.floordiv(heads, groups), size])
      out = torch.scaled_dot_product_attention(rows, keys, values)
    else:
      columns = torch.unsqueeze(torch.transpose(query, 0, 1), 0)
      if torch.eq(past, 0):
        out = torch.scaled_dot_product_attention(columns, keys, values, None, 0., True, scale=None, enable_gqa=True)
      else:
        seen = torch.tril(torch.ones([n, total], dtype=11, device=ops.prim.device(query)), past)
        out = torch.scaled_dot_product_attention(columns, keys, values, seen, 0., False, scale=None, enable_gqa=True)
      out = torch.transpose(out, 1, 2)
    return torch.reshape(out, [n, torch.mul(heads, size)])

  # ids and positions [T], ends [S] (the last row of each sequence) -> logits [S, V], single precision
  #
  # weights: embedding, last norm, head, then for each layer
  #   norm, query-key-value [(Q + 2 K) D, H], output, norm, gate-up [2 F, H], down, and with biases query-key-value bias
  # sizes: layers, Q, K, D, tensors of a layer
  def step(self: __torch__.Network, weights: List[Tensor], caches: List[Tensor], ids: Tensor, positions: Tensor, ends: Tensor, lengths: List[int], pasts: List[int], sizes: List[int], eps: float, theta: float) -> Tensor:
    layers = sizes[0]
    heads = sizes[1]
    groups = sizes[2]
    size = sizes[3]
    x = torch.embedding(weights[0], ids)
    # Angles in double precision: single precision is off by 0.01 at position 100 000.
    exponents = torch.div(torch.arange(0, size, 2, dtype=7, device=ops.prim.device(positions)), -size)
    angles = torch.outer(torch.to(positions, 7), torch.pow(theta, exponents))
    cos = torch.unsqueeze(torch.to(torch.cos(angles), x), 1)
    sin = torch.unsqueeze(torch.to(torch.sin(angles), x), 1)
    for layer in range(layers):
      base = torch.add(3, torch.mul(layer, sizes[4]))
      h = (self).norm(x, weights[base], eps, )
      if torch.eq(sizes[4], 7):
        joined = torch.linear(h, weights[torch.add(base, 1)], weights[torch.add(base, 6)])
      else:
        joined = torch.linear(h, weights[torch.add(base, 1)])
      split = torch.split(torch.reshape(joined, [-1, torch.add(heads, torch.mul(groups, 2)), size]), [heads, groups, groups], 1)
      query = (self).rotate(split[0], cos, sin, )
      key = (self).rotate(split[1], cos, sin, )
      attended = annotate(List[Tensor], [])
      row = 0
      for s in range(torch.len(caches)):
        n = lengths[s]
        one = (self).attend(torch.narrow(query, 0, row, n), torch.narrow(key, 0, row, n), torch.narrow(split[2], 0, row, n), torch.select(caches[s], 0, layer), pasts[s], )
        attended = torch.append(attended, one)
        row = torch.add(row, n)
      x = torch.add(x, torch.linear(torch.cat(attended), weights[torch.add(base, 2)]))
      h = (self).norm(x, weights[torch.add(base, 3)], eps, )
      both = torch.chunk(torch.linear(h, weights[torch.add(base, 4)]), 2, -1)
      x = torch.add(x, torch.linear(torch.mul(torch.silu(both[0]), both[1]), weights[torch.add(base, 5)]))
    last = (self).norm(torch.index_select(x, 0, ends), weights[1], eps, )
    return torch.to(torch.linear(last, weights[2]), 6)
