const bankOrders = {
  open: ['questions without an answer', (bank) => (bank.expects ? bank.questions - bank.answered + bank.doubtful : -1)],
  path: ['name', () => 0],
  findings: ['findings', (bank) => total(bank.findings)],
  questions: ['questions', (bank) => bank.questions],
};

function completeness(bank) {
  if (!bank.expects) return h('td', {class: 'share'}, h('span', {class: 'quiet'}, 'a mere list: needs no answers'));
  const part = (kind, count) => swatchOf(kind, 100 * count / bank.questions);
  const whole = bank.answered - bank.doubtful;
  return h('td', {class: 'share'}, h('div', {class: 'bar', 'aria-hidden': 'true'}, bank.questions > 0 ? [part('good', whole), part('weak', bank.doubtful), part('bad', bank.questions - bank.answered)] : ''),
    h('span', {class: 'quiet'}, bank.questions > 0 ? `${bank.answered.toLocaleString('en')} of ${bank.questions.toLocaleString('en')} answered, ${Math.floor(100 * bank.answered / bank.questions)}\u00a0%${bank.doubtful > 0 ? `; ${bank.doubtful.toLocaleString('en')} in doubt` : ''}` : 'no questions'));
}

function bankRow(bank) {
  return [h('th', {scope: 'row'}, total(bank.findings) > 0 ? bankLink(bank.path) : bank.path),
    h('td', {class: 'wide'}, `${bank.layout}${bank.language ? `, ${bank.language}` : ''}`),
    completeness(bank),
    h('td', {class: 'number wide'}, String(bank.findings[2])), h('td', {class: 'number wide'}, String(bank.findings[1])), h('td', {class: 'number wide'}, String(bank.findings[0]))];
}

function drawBanks() {
  const order = h('select', {id: 'bank-order'}, Object.entries(bankOrders).map(([name, [text]]) => h('option', {value: name}, text)));
  const sorted = () => {
    const by = bankOrders[order.value][1];
    return [...data.banks].sort((a, b) => by(b) - by(a) || (a.path < b.path ? -1 : 1));
  };
  const heads = [['Bank'], ['Layout', 'wide'], ['Completeness'], ['Errors', 'number wide'], ['Warnings', 'number wide'], ['Info', 'number wide']];
  const list = paged('banks', 25, sorted, (banks) => table('', heads, banks.map(bankRow)));
  order.addEventListener('change', list.refresh);
  const swatch = (kind) => h('span', {class: 'bar', 'aria-hidden': 'true'}, swatchOf(kind, 100));
  byId('banks').append(
    h('div', {class: 'filters screen'}, h('label', {class: 'short'}, h('span', {}, 'Sort by'), order)),
    h('p', {class: 'legend'}, h('span', {}, swatch('good'), 'answered'), h('span', {}, swatch('weak'), 'answered in doubt: a placeholder, an evasion, an echo, a mere link'), h('span', {}, swatch('bad'), 'not answered')),
    list.element);
}

function swatchOf(kind, percent) {
  const made = h('span', {class: kind});
  made.style.width = `${percent}%`;
  return made;
}
