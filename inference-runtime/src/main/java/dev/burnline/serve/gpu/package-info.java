/**
 * The state of the GPUs, as the driver's own tools tell it.
 *
 * <p>In: the output of {@code nvidia-smi} and of the kernel log. Out: {@link
 * dev.burnline.serve.event.GpuSample} events and the newest reading; nothing on a machine without a
 * GPU. Entry: {@link dev.burnline.serve.gpu.GpuMonitor}.
 */
@NullMarked
package dev.burnline.serve.gpu;

import org.jspecify.annotations.NullMarked;
