/**
 * Pictures of a service: SVG for the page, PNG for the mail.
 *
 * <p>In: a service of a cleaned report. Out: SVG elements without any style of their own (classes
 * only, so that the page's policy can forbid inline styles), and indexed PNG files. Entry: {@link
 * dev.burnline.render.chart.ServiceCharts} and {@link dev.burnline.render.chart.MailChart}. A
 * picture without data is not drawn: the result is empty.
 */
@NullMarked
package dev.burnline.render.chart;

import org.jspecify.annotations.NullMarked;
