// Holds the report on the contract test's request log against what that test's clients saw.
// Usage: node same-counts.mjs counts.json report.json
import { readFileSync } from "node:fs";
import { deepStrictEqual } from "node:assert";

const [counts, report] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, "utf8")));
const [service] = report.services;
const answers = Object.fromEntries(
  Object.entries(service.finish_reasons).filter(([reason]) => !["abort", "error"].includes(reason)),
);
deepStrictEqual(
  {
    requests: service.requests,
    errors: service.errors,
    unfinished_requests: report.completeness.unfinished_requests,
    error_types: service.error_types,
    answers,
  },
  counts,
);
deepStrictEqual(
  { malformed: report.completeness.malformed, lost_lines: report.completeness.lost_lines },
  { malformed: 0, lost_lines: 0 },
);
console.log(`the report tells the ${counts.requests} requests as their clients saw them`);
