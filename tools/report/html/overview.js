function tile(name, value) {
  return h('div', {}, h('dt', {}, name), h('dd', {}, value.toLocaleString('en')));
}

function drawOverview() {
  const sum = (of) => data.banks.reduce((so, bank) => so + of(bank), 0);
  const count = (test) => data.findings.filter(test).length;
  byId('overview').append(
    h('dl', {class: 'tiles'},
      tile(data.banks.length === 1 ? 'bank' : 'banks', data.banks.length), tile('questions', sum((bank) => bank.questions)),
      tile('answered', sum((bank) => bank.answered)), tile('errors', count((f) => f.s === 2)),
      tile('warnings', count((f) => f.s === 1)), tile('mere information', count((f) => f.s === 0)),
      tile('mended by a command', count(isSafe))),
    ...(data.trend.length > 0 ? drawTrend() : []));
}

/** The figures of the last commits as lines, and as a table for who cannot see them. */
function drawTrend() {
  const width = 960, height = 220, left = 56, right = 16, top = 14, bottom = 34;
  const svg = (tag, attributes, ...children) => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  };
  const points = data.trend;
  const lines = [['error', 'errors', (p) => p.error], ['warning', 'warnings', (p) => p.warning],
    ['unanswered', 'questions without an answer', (p) => p.questions - p.answered]];
  const most = Math.max(1, ...points.flatMap((point) => lines.map(([, , of]) => of(point))));
  const x = (i) => left + (points.length === 1 ? 0 : i * (width - left - right) / (points.length - 1));
  const y = (value) => height - bottom - value * (height - top - bottom) / most;
  const chart = svg('svg', {class: 'trend', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': 'Findings over the last commits; the table below has the figures'},
    svg('path', {class: 'axis', fill: 'none', d: `M${left} ${top}V${height - bottom}H${width - right}`}),
    svg('text', {x: left - 6, y: top + 8, 'text-anchor': 'end'}, String(most)),
    svg('text', {x: left - 6, y: height - bottom, 'text-anchor': 'end'}, '0'),
    svg('text', {x: left, y: height - 10}, points[0].date),
    svg('text', {x: width - right, y: height - 10, 'text-anchor': 'end'}, points.at(-1).date),
    ...lines.map(([kind, , of]) => svg('polyline', {class: kind, points: points.map((p, i) => `${x(i)},${y(of(p))}`).join(' ')})));
  const change = (of) => of(points.at(-1)) - of(points[0]);
  const said = lines.map(([, name, of]) => (change(of) === 0 ? `${name} as before` : `${Math.abs(change(of)).toLocaleString('en')} ${name} ${change(of) > 0 ? 'more' : 'less'}`)).join(', ');
  return [h('h3', {}, points.at(-1).commit === 'now' ? `The last ${counted(points.length - 1, 'commit')}, and now` : `The last ${counted(points.length, 'commit')}`),
    h('p', {}, `From ${points[0].commit} to ${points.at(-1).commit}: ${said}.`),
    chart,
    h('p', {class: 'quiet'}, 'Solid: errors. Dashed: warnings. Dotted: questions without an answer.'),
    h('details', {}, h('summary', {}, 'Figures of each commit'),
      table('Newest first', [['Commit'], ['Date'], ['Subject'], ['Questions', 'number'], ['Answered', 'number'], ['Errors', 'number'], ['Warnings', 'number'], ['Info', 'number']],
        [...points].reverse().map((p) => [h('code', {}, p.commit), p.date, p.subject, number(p.questions), number(p.answered), number(p.error), number(p.warning), number(p.info)])))];
}

function drawFirst() {
  const section = byId('first');
  if (data.findings.length === 0) {
    section.append(h('p', {}, 'Nothing. No check found a fault.'));
    return;
  }
  const safe = data.findings.filter(isSafe);
  const serious = data.findings.filter((finding) => finding.s > 0);
  section.append(startHere(safe), h('div', {class: 'columns'},
    h('div', {}, commands(safe), nearlyClean(serious)), h('div', {}, mostFindings(), mostBanks())));
}

/** One advice: what to do now. */
function startHere(safe) {
  const rest = data.findings.filter((finding) => !isSafe(finding));
  const worst = Math.max(...new Set(rest.map((finding) => finding.s)));
  const [check, found] = largestFirst(grouped(rest.filter((finding) => finding.s === worst), (finding) => finding.check))[0] || [];
  const banks = new Set((found || []).map((finding) => finding.b)).size;
  const then = check && [safe.length > 0 ? 'Then look' : 'Look', ' at ', checkLink(check), `: ${counted(found.length, 'finding')} in ${counted(banks, 'bank')}. ${data.checks[found[0].c].summary}`];
  return h('div', {class: 'start'}, h('h3', {}, 'Start here'),
    safe.length > 0 ? [h('p', {}, `One command mends ${counted(safe.length, 'finding')} of ${data.findings.length.toLocaleString('en')}. It changes only what cannot change the meaning; with --diff in place of --fix it shows the changes and makes none.`),
      command(data.mend)] : '',
    check ? h('p', {}, then) : '');
}

function commands(safe) {
  if (safe.length === 0) return '';
  return [h('h3', {}, 'A command each'),
    h('ul', {}, largestFirst(grouped(safe, (finding) => finding.check)).map(([check, found]) =>
      h('li', {}, filterLink({check, fix: 1}, counted(found.length, 'finding')), ' of ', h('code', {}, check),
        command(`quizlint check --fix --select ${check}${scope()}`))))];
}

/** Banks that a few looks make clean. */
function nearlyClean(serious) {
  const few = largestFirst(grouped(serious, (finding) => finding.path)).filter(([, found]) => found.length <= 3).reverse().slice(0, 10);
  if (few.length === 0) return '';
  return [h('h3', {}, 'Nearly clean: the easiest wins'),
    h('ul', {}, few.map(([path, found]) => h('li', {}, bankLink(path), `: ${counted(found.length, 'error or warning', 'errors and warnings')} left`)))];
}

function mostFindings() {
  const rows = largestFirst(grouped(data.findings, (finding) => `${finding.severity} ${finding.check}`)).map(([, found]) => found);
  rows.sort((a, b) => b[0].s - a[0].s || b.length - a.length);
  return [h('h3', {}, 'Checks with the most findings'),
    table('Errors before warnings before mere information', [['Severity'], ['Check'], ['Findings', 'number'], ['Banks', 'number wide']],
      rows.slice(0, 12).map((found) => [severityMark(found[0].severity), filterLink({check: found[0].check, severity: found[0].severity}, h('code', {}, found[0].check)), number(found.length),
        h('td', {class: 'number wide'}, String(new Set(found.map((finding) => finding.b)).size))]))];
}

function mostBanks() {
  const rows = data.banks.filter((bank) => total(bank.findings) > 0).sort((a, b) => b.findings[2] - a.findings[2] || b.findings[1] - a.findings[1]);
  return [h('h3', {}, 'Banks with the most findings'),
    table('Most errors first', [['Bank'], ['Errors', 'number'], ['Warnings', 'number'], ['Info', 'number']],
      rows.slice(0, 8).map((bank) => [bankLink(bank.path), number(bank.findings[2]), number(bank.findings[1]), number(bank.findings[0])]))];
}
