let findingList;
const filter = {};

function excerpt(finding) {
  if (!finding.x) return '';
  const [before, marked, after] = finding.x;
  const blank = marked.trim() === '';
  return h('pre', {}, before, h('mark', {class: blank ? 'space' : undefined}, marked === '' ? '▏' : marked), after);
}

function fixOf(finding) {
  if (!finding.h) return '';
  const how = {1: 'quizlint check --fix', 2: 'quizlint check --fix --unsafe-fixes'}[finding.f];
  return h('p', {}, `Fix: ${finding.h}`, how ? h('span', {class: 'quiet'}, ` (${how})`) : '');
}

function relatedOf(finding) {
  return (finding.r || []).map((other) => h('p', {class: 'quiet'}, h('code', {}, other.l ? `${other.p}:${other.l}` : other.p), ` ${other.m}`));
}

function drawFinding(finding) {
  return h('li', {id: finding.anchor, class: finding.severity, tabindex: '-1'},
    h('p', {class: 'head'}, severityMark(finding.severity), checkLink(finding.check), h('code', {}, place(finding)),
      finding.q ? h('span', {class: 'quiet'}, `question ${finding.q}`) : '',
      h('a', {class: 'link', href: `#${finding.anchor}`, 'aria-label': `Link to this finding, ${place(finding)}`}, 'link')),
    h('p', {class: 'message'}, finding.m), excerpt(finding), fixOf(finding), relatedOf(finding));
}

function passes(finding) {
  return filter.severity.has(finding.severity) && (!filter.bank.value || finding.path === filter.bank.value) &&
    (!filter.check.value || finding.check === filter.check.value || groupOf(finding.check) === filter.check.value) &&
    (!filter.fix.checked || isSafe(finding)) && (!filter.needle || hay(finding).includes(filter.needle));
}

/** What the text filter looks into. */
function hay(finding) {
  finding.hay ??= [place(finding), finding.check, finding.m, finding.t || '', ...(finding.x || [])].join('\n').toLowerCase();
  return finding.hay;
}

function selected() {
  const found = data.findings.filter(passes);
  if (filter.order.value === 'severity') found.sort((a, b) => b.s - a.s);
  return found;
}

function refilter(keepAddress) {
  filter.severity = new Set(filter.boxes.filter((box) => box.checked).map((box) => box.value));
  filter.needle = filter.text.value.trim().toLowerCase();
  findingList.refresh();
  if (keepAddress !== true) history.replaceState(null, '', `#findings${filterAddress()}`);
}

/** The filter as the address bar keeps it. */
function filterAddress() {
  const asked = new URLSearchParams();
  for (const name of ['bank', 'check', 'text']) if (filter[name].value) asked.set(name, filter[name].value);
  if (filter.severity.size < 3) asked.set('severity', [...filter.severity].join(','));
  if (filter.fix.checked) asked.set('fix', '1');
  if (filter.order.value !== 'severity') asked.set('order', filter.order.value);
  return asked.size > 0 ? `?${asked}` : '';
}

function setFilter(address) {
  const asked = new URLSearchParams(address);
  for (const name of ['bank', 'check', 'text']) filter[name].value = asked.get(name) || '';
  const wanted = asked.has('severity') ? asked.get('severity').split(',') : severities;
  for (const box of filter.boxes) box.checked = wanted.includes(box.value);
  filter.fix.checked = asked.get('fix') === '1';
  filter.order.value = asked.get('order') === 'place' ? 'place' : 'severity';
  refilter(true);
}

function choice(id, label, options) {
  filter[id] = h('select', {id: `filter-${id}`}, options.map(([value, text]) => h('option', {value}, text)));
  filter[id].addEventListener('change', refilter);
  return h('label', {}, h('span', {}, label), filter[id]);
}

function checkOptions() {
  const groups = grouped(data.findings, (finding) => groupOf(finding.check));
  const options = [['', 'all checks']];
  for (const [group, found] of [...groups].sort()) {
    options.push([group, `${group}: all ${found.length.toLocaleString('en')}`]);
    for (const [check, some] of [...grouped(found, (finding) => finding.check)].sort()) options.push([check, `${check} (${some.length.toLocaleString('en')})`]);
  }
  return options;
}

function drawFilters() {
  const banks = data.banks.filter((bank) => total(bank.findings) > 0);
  const count = (severity) => data.findings.filter((finding) => finding.severity === severity).length;
  filter.boxes = [...severities].reverse().map((severity) => h('input', {type: 'checkbox', value: severity, checked: true, onchange: refilter}));
  filter.fix = h('input', {type: 'checkbox', onchange: refilter});
  let typing;
  filter.text = h('input', {type: 'search', autocomplete: 'off', oninput: () => { clearTimeout(typing); typing = setTimeout(refilter, 150); }});
  return h('form', {class: 'filters', role: 'search', 'aria-label': 'Filter findings', onsubmit: (event) => event.preventDefault()},
    choice('bank', 'Bank', [['', 'all banks'], ...banks.map((bank) => [bank.path, `${bank.path} (${total(bank.findings).toLocaleString('en')})`])]),
    choice('check', 'Check', checkOptions()),
    h('label', {}, h('span', {}, 'Text'), filter.text),
    choice('order', 'Order', [['severity', 'worst first'], ['place', 'by place']]),
    h('fieldset', {}, h('legend', {}, 'Severity'), h('div', {}, filter.boxes.map((box) => h('label', {}, box, ` ${box.value} (${count(box.value).toLocaleString('en')})`)))),
    h('fieldset', {}, h('legend', {}, 'Fix'), h('div', {}, h('label', {}, filter.fix, ' mended by a command'))),
    h('button', {type: 'button', onclick: () => { setFilter(''); refilter(); filter.bank.focus(); }}, 'Show all'));
}

function drawFindings() {
  const form = drawFilters();
  filter.severity = new Set(severities);
  filter.needle = '';
  findingList = paged('findings', 100, selected, (found) => h('ol', {class: 'list'}, found.map(drawFinding)));
  byId('findings').append(form, findingList.element);
}
