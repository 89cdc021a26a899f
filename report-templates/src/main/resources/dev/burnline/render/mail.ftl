<#ftl output_format="plainText">
<#import "macros.ftlh" as m>
<#import "alerts.ftlh" as alerts>
<#import "spend.ftlh" as spend>
<#assign c = report.completeness, w = report.window>
${m.symbol(report.verdict)} ${t("verdict." + report.verdict)?upper_case} - ${t("kind." + report.kind)}
${weekday(w.start)} ${minute(w.start)} - ${minute(w.end)} ${zone}

${cause}
<#if report.alerts?has_content>

== ${t("alerts")} ==
<#assign most = (report.kind == "NIGHTLY")?then(20, 10)>
<#list alerts.sorted(alerts.of(report)) as a>
<#if a?index == most>
${t("alerts.more", count(report.alerts?size - most))}
<#break>
</#if>
* ${alerts.what(a)}, ${a.service} · ${a.slo}
  ${minute(a.startsAt)} - ${alerts.until(a)}<#if alerts.burn(a)?has_content>, ${alerts.burn(a)}</#if><#if a.budgetSpent??>, ${t("alerts.spent")} ${alerts.spent(a)}</#if>
</#list>
</#if>
<#list services as s>

== ${s.of.service}: ${t("verdict." + s.of.verdict)} ==
${m.gist(s.of)}
<#list s.slos as slo>
* ${slo.displayName} (${m.asks(slo)}): ${t("status." + slo.status)}
  ${m.period_label(slo)}: ${sli(slo.period.sli!)}, ${t("cell.period_sub", objective(slo.objective), m.units(slo, slo.period.bad), m.units(slo, slo.period.total))}
<#if slo.budget??>
  ${m.budget_label(slo)}: ${pct(slo.budget.remainingRatio)} (${m.budget_left(slo)})
<#else>
  ${t("cell.budget")}: ${t("no_data")}
</#if>
  ${t("cell.burn")}: ${times(slo.burnRates["1d"]!)}
  ${t("cell.exhaustion")}: ${m.exhaustion(slo)}
<#list spend.notes(slo) as note>
  ! ${note}
</#list>
<#assign groups = spend.groups_of(slo, s.of.slos)>
<#list groups as g>
<#if g?index == 5>
  - ${t("groups.more", count(groups?size - 5))}
<#break>
</#if>
  - ${spend.group_name(g.group)}: ${sli(g.period.sli!)}, ${t("col.budget")} ${pct((g.budget.remainingRatio)!)}, ${t("col.burn")} ${times(g.burnRates["1d"]!)}
</#list>
<#list spend.group_notes(slo, s.of.slos) as note>
  ! ${note}
</#list>
<#else>
* ${t("no_slos")}
</#list>
<#if s.slos_left_out gt 0>
* ${t("mail.slos_left_out", count(s.slos_left_out))}
</#if>
<#list s.weeks as week>
* ${week.slo.displayName}: <#list week.days as d>${d.name} ${d.number} ${m.day_symbol(d.of.outcome)}<#sep>, </#list>
  ${t("week.spend", week.slo.window.duration)}: <#list week.spend as w5>${w5?is_last?then(t("week.this"), w5.monday)} ${pct(w5.of.budgetShare!)}<#sep>, </#list>
</#list>
<#list s.budgets as b>
<#list b.actions as a>
! ${b.slo.displayName}: ${a}
</#list>
</#list>
<#list s.of.kpis as k>
<#if k.breached?? && k.breached>
! ${t_or("kpi." + k.name, k.name)}: ${m.kpi_value(k.name, k.value!)} (${(k.comparison == ">")?then("≤", "≥")} ${m.kpi_limit(k.name, k.threshold)}) ${t("kpi.breached")}
</#if>
</#list>
<#if s?is_first && s.errors?has_content>
${t("mail.errors")}: <#list s.errors as e>${(e.others??)?then(t("mail.errors_more", count(e.others!), count(e.requests)), e.name + " " + count(e.requests))}<#sep>, </#list>
</#if>
</#list>
<#if report.weekly??>

<#list ["regressions", "improvements"] as direction>
${t("weekly." + direction)}: <#list report.weekly[direction] as c>${t("change." + c.measure)} (${c.service}) ${m.change_value(c.measure, c.before)} -> ${m.change_value(c.measure, c.now)}<#sep>; <#else>${t("weekly.none")}</#list>
</#list>
</#if>
<#if left_out gt 0>

${t("mail.left_out", count(left_out))}
</#if>

${t("complete")}: ${t("complete.read", count(c.lines), bytes(c.bytes), count(c.segments), count(c.requests))}, ${t("complete.lost", count(c.lostLines))}, ${t("complete.malformed", count(c.malformed))}, ${t("complete.unfinished", count(c.unfinishedRequests))}, ${t("complete.repeated", count(c.repeatedLines), count(c.duplicateRequests))}<#if c.unloggedRequests gt 0>, ${t("complete.unlogged", count(c.unloggedRequests))}</#if>
<#list report.run.warnings as warning>
${warning}
</#list>
<#list report.run.unread as u>
${t("complete.unread", u.source, u.reason)}
</#list>

-- 
${t((report.kind == "NIGHTLY")?then("mail.page", "mail.table"))}
${t("run.id")}: ${report.run.runId} | ${t("run.generated")}: ${second(report.run.generatedAt)} | ${t("run.version")} ${report.run.version}
