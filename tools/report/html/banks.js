const bankOrders = {
  path: ['name', () => 0],
  open: ['questions without an answer', (bank) => (bank.expects ? bank.questions - bank.answered : -1)],
  findings: ['findings', (bank) => total(bank.findings)],
  questions: ['questions', (bank) => bank.questions],
};

function completeness(bank) {
  if (!bank.expects) return h('td', {class: 'share'}, h('span', {class: 'quiet'}, 'a mere list: needs no answers'));
  const share = bank.questions === 0 ? 0 : bank.answered / bank.questions;
  const good = h('span', {class: 'good'});
  const bad = h('span', {class: 'bad'});
  good.style.width = `${share * 100}%`;
  bad.style.width = `${(1 - share) * 100}%`;
  return h('td', {class: 'share'}, h('div', {class: 'bar', 'aria-hidden': 'true'}, bank.questions > 0 ? [good, bad] : ''),
    h('span', {class: 'quiet'}, bank.questions > 0 ? `${Math.floor(share * 100)} % answered` : 'no questions'));
}

function bankRow(bank) {
  return [h('th', {scope: 'row'}, total(bank.findings) > 0 ? bankLink(bank.path) : bank.path),
    h('td', {class: 'wide'}, `${bank.layout}${bank.language ? `, ${bank.language}` : ''}`),
    number(bank.questions), number(bank.answered), completeness(bank),
    h('td', {class: 'number wide'}, String(bank.findings[2])), h('td', {class: 'number wide'}, String(bank.findings[1])), h('td', {class: 'number wide'}, String(bank.findings[0]))];
}

function drawBanks() {
  const order = h('select', {id: 'bank-order'}, Object.entries(bankOrders).map(([name, [text]]) => h('option', {value: name}, text)));
  const sorted = () => {
    const by = bankOrders[order.value][1];
    return [...data.banks].sort((a, b) => by(b) - by(a) || (a.path < b.path ? -1 : 1));
  };
  const heads = [['Bank'], ['Layout', 'wide'], ['Questions', 'number'], ['Answered', 'number'], ['Completeness'], ['Errors', 'number wide'], ['Warnings', 'number wide'], ['Info', 'number wide']];
  const list = paged('banks', 25, sorted, (banks) => table('', heads, banks.map(bankRow)));
  order.addEventListener('change', list.refresh);
  const swatch = (kind) => h('span', {class: 'bar', 'aria-hidden': 'true'}, swatchOf(kind));
  byId('banks').append(
    h('div', {class: 'filters screen'}, h('label', {class: 'short'}, h('span', {}, 'Sort by'), order)),
    h('p', {class: 'legend'}, h('span', {}, swatch('good'), 'answered'), h('span', {}, swatch('bad'), 'not answered')),
    list.element);
}

function swatchOf(kind) {
  const made = h('span', {class: kind});
  made.style.width = '100%';
  return made;
}
