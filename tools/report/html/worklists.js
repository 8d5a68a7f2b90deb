/** A mere list of questions needs no answers. */
const isOpen = (finding) => data.banks[finding.b].expects && (groupOf(finding.check) === 'unanswered' || finding.check === 'choices/no-key');

/** What to write, bank by bank, with a box to tick on paper. */
function drawUnanswered() {
  const open = data.findings.filter(isOpen);
  const section = byId('unanswered');
  if (open.length === 0) return section.remove();
  section.append(h('p', {}, 'What stands between these banks and complete ones. Print it, and tick.'),
    paged('questions without an answer', 100, () => open, (page) =>
      [...grouped(page, (finding) => finding.path)].map(([path, found]) =>
        [h('h3', {}, path), h('ol', {class: 'list'}, found.map(drawTodo))]).reduce((into, each) => { into.append(...each); return into; }, document.createDocumentFragment())).element);
}

function drawTodo(finding) {
  return h('li', {class: finding.severity}, h('div', {class: 'todo'}, h('span', {class: 'box', 'aria-hidden': 'true'}),
    h('div', {}, h('p', {class: 'head'}, h('a', {href: `#${finding.anchor}`}, `line ${finding.l}`), h('span', {class: 'quiet'}, finding.check)),
      h('p', {class: 'message'}, finding.t || finding.m), finding.t && finding.check !== 'unanswered/missing' ? h('p', {class: 'quiet'}, finding.m) : '')));
}

/** Words, and what stands between them, each a token. */
const tokens = (text) => text.match(/\s+|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu) || [];

/** Which tokens of two lists are in a longest common subsequence: two lists of booleans. */
function common(a, b) {
  const width = b.length + 1;
  const best = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; --i)
    for (let j = b.length - 1; j >= 0; --j)
      best[i * width + j] = a[i] === b[j] ? best[(i + 1) * width + j + 1] + 1 : Math.max(best[(i + 1) * width + j], best[i * width + j + 1]);
  const inA = new Array(a.length).fill(false);
  const inB = new Array(b.length).fill(false);
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) inA[i++] = inB[j++] = true;
    else if (best[(i + 1) * width + j] >= best[i * width + j + 1]) ++i;
    else ++j;
  }
  return [inA, inB];
}

function marked(list, kept, tag) {
  const out = [];
  // Blanks between two differences belong to them.
  for (let i = 1; i + 1 < list.length; ++i) if (list[i].trim() === '' && !kept[i - 1] && !kept[i + 1]) kept[i] = false;
  for (let i = 0; i < list.length;) {
    const same = kept[i];
    let text = '';
    while (i < list.length && kept[i] === same) text += list[i++];
    out.push(same ? text : h(tag, {}, text));
  }
  return out;
}

function side(title, content) {
  return h('div', {}, h('h4', {}, h('code', {}, title)), h('pre', {}, content));
}

function drawPair(finding) {
  const other = finding.r[0];
  const here = tokens(data.texts[finding.d]);
  const there = tokens(data.texts[other.x]);
  const [inThere, inHere] = common(there, here);
  return h('li', {class: finding.severity},
    h('p', {class: 'head'}, severityMark(finding.severity), h('span', {}, finding.check), h('a', {class: 'link', href: `#${finding.anchor}`, 'aria-label': `The finding at ${place(finding)}`}, 'finding')),
    h('p', {class: 'message'}, finding.m),
    h('div', {class: 'pair'}, side(`${other.p}:${other.l}`, marked(there, inThere, 'del')), side(`${finding.path}:${finding.l}`, marked(here, inHere, 'ins'))));
}

/** Copies of one question stand together: all that name the same first place. */
function drawDuplicates() {
  const all = data.findings.filter((finding) => groupOf(finding.check) === 'duplicates');
  const pairs = all.filter((finding) => finding.d !== undefined && finding.r && finding.r[0].x !== undefined);
  const section = byId('duplicates');
  if (all.length === 0) return section.remove();
  const clusters = largestFirst(grouped(pairs, (finding) => `${finding.r[0].p}:${finding.r[0].l}`));
  const whole = all.filter((finding) => !pairs.includes(finding));
  if (whole.length > 0) section.append(h('h3', {}, 'Banks that repeat another'), h('ul', {}, whole.slice(0, 200).map((finding) => h('li', {}, bankLink(finding.path), ` ${finding.m}`))));
  if (clusters.length === 0) return;
  section.append(h('p', {}, 'Left: where the question stands first. Right: the copy. Struck out is what only the first has, underlined what only the copy has.'),
    paged('questions with copies', 20, () => clusters, (page) => h('div', {}, page.map(([first, found]) =>
      [h('h3', {}, `${first}: ${counted(found.length, 'copy', 'copies')}`), h('ol', {class: 'list'}, found.slice(0, 20).map(drawPair)),
        found.length > 20 ? h('p', {}, filterLink({text: `${found[0].r[0].p}`}, `and ${found.length - 20} more`)) : '']))).element);
}

function drawWords() {
  const section = byId('words');
  if (data.words.length === 0) return section.remove();
  const chosen = new Set();
  const place = h('div', {});
  const write = () => { place.replaceChildren(chosen.size > 0 ? command(`quizlint words --accept ${quoted([...chosen].join(','))}`) : h('p', {class: 'quiet'}, 'None is ticked yet.')); };
  write();
  const tick = (word) => h('input', {type: 'checkbox', 'aria-label': `${word} is right`, checked: chosen.has(word), onchange: (event) => { event.target.checked ? chosen.add(word) : chosen.delete(word); write(); }});
  const row = (each) => [h('td', {class: 'screen'}, tick(each.word)), h('th', {scope: 'row'}, each.word), number(each.count), h('td', {}, each.places.map((at, i) => [i > 0 ? ', ' : '', h('code', {}, at)]))];
  section.append(h('p', {}, 'No dictionary knows them. Tick those that are right: the command puts them into the vocabulary of .quizlint.yaml.'), place,
    paged('words', 50, () => data.words, (words) => table('Most frequent first', [['Right', 'screen'], ['Word'], ['Times', 'number'], ['Places']], words.map(row))).element);
}

/** Where keys stand, as a chart, and what the test says. */
function drawChoices() {
  const {at, expected, said} = data.keys;
  const section = byId('choices');
  if (!said) return section.remove();
  const most = Math.max(...at, ...expected);
  const bar = (value) => {
    const inner = h('span', {class: 'good'});
    inner.style.width = `${100 * value / most}%`;
    return h('td', {}, h('div', {class: 'bar', 'aria-hidden': 'true'}, inner));
  };
  const rows = at.map((count, i) => [i, count]).filter(([i]) => expected[i] > 0)
    .map(([i, count]) => [h('th', {scope: 'row'}, String.fromCharCode(65 + i)), number(count), number(Math.round(expected[i])), bar(count)]);
  section.append(said.trim().split('\n').map((line) => h('p', {}, `${line[0].toUpperCase()}${line.slice(1)}.`)),
    table('How often the key stands at each position', [['Position'], ['Keys', 'number'], ['By chance', 'number'], ['Share']], rows));
}
