// What the sections ask of the data: a finding knows its check, bank and anchor.

const severities = ['info', 'warning', 'error'];

function prepare() {
  const seen = new Map();
  for (const finding of data.findings) {
    finding.check = data.checks[finding.c].id;
    finding.severity = severities[finding.s];
    finding.path = data.banks[finding.b].path;
    const times = (seen.get(finding.p) || 0) + 1;
    seen.set(finding.p, times);
    finding.anchor = `finding-${finding.p}${times > 1 ? `-${times}` : ''}`;
  }
  for (const bank of data.banks) bank.findings = [0, 0, 0];
  const doubtful = data.banks.map(() => new Set());
  for (const finding of data.findings) {
    ++data.banks[finding.b].findings[finding.s];
    if (finding.q && groupOf(finding.check) === 'unanswered' && finding.check !== 'unanswered/missing') doubtful[finding.b].add(finding.q);
  }
  data.banks.forEach((bank, i) => { bank.doubtful = Math.min(doubtful[i].size, bank.answered); });
}

const groupOf = (check) => check.split('/')[0];
const place = (finding) => `${finding.path}:${finding.l}:${finding.k}`;
const total = (counts) => counts[0] + counts[1] + counts[2];
const isSafe = (finding) => finding.f === 1;
/** The path, the options: what makes a command look at what this report looked at. */
const scope = () => (data.scope ? ` ${data.scope}` : '');

/** Counts by a key: a Map of key to the findings that have it. */
function grouped(findings, key) {
  const groups = new Map();
  for (const finding of findings) {
    const name = key(finding);
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push(finding);
  }
  return groups;
}

const largestFirst = (groups) => [...groups].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));

/** A link to the list of findings, filtered. */
function filterLink(filter, ...content) {
  return h('a', {href: `#findings?${new URLSearchParams(filter)}`}, ...content);
}
const checkLink = (id) => filterLink({check: id}, h('code', {}, id));
const bankLink = (path) => filterLink({bank: path}, path);
const severityMark = (severity) => h('span', {class: `severity ${severity}`}, severity);
