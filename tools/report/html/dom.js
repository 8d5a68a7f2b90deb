'use strict';
// Text of a bank becomes text of the page by textContent alone: nothing here writes markup.

const data = JSON.parse(document.getElementById('data').textContent);
const byId = (id) => document.getElementById(id);

/** An element: h('a', {href: '#x', class: 'y', onclick: f}, 'text', anotherElement, …). Empty children are left out. */
function h(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== ''));
  return made;
}

const counted = (count, one, many) => `${count.toLocaleString('en')} ${count === 1 ? one : many || one + 's'}`;
const number = (count) => h('td', {class: 'number'}, count.toLocaleString('en'));
const announce = (text) => { byId('announce').textContent = text; };

/** A word as a POSIX shell takes it. */
function quoted(word) {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** A command to run, with a button that copies it. */
function command(text) {
  const copy = h('button', {type: 'button', onclick: () => copyText(text, copy), 'aria-label': `Copy: ${text}`}, 'Copy');
  return h('div', {class: 'command'}, h('pre', {}, h('code', {}, text)), copy);
}

async function copyText(text, button) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = h('textarea', {class: 'hidden'}, text);
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
  button.textContent = 'Copied';
  announce('Copied');
  setTimeout(() => { button.textContent = 'Copy'; }, 1500);
  button.focus();
}

/** A table: heads are [text, class], rows are arrays of cells, made already or as text. */
function table(caption, heads, rows) {
  const cell = (content) => (content instanceof Element && /^T[DH]$/.test(content.tagName) ? content : h('td', {}, content));
  return h('div', {class: 'scroll'},
    h('table', {},
      h('caption', {}, caption),
      h('thead', {}, h('tr', {}, heads.map(([text, kind]) => h('th', {scope: 'col', class: kind}, text)))),
      h('tbody', {}, rows.map((row) => h('tr', {}, row.map(cell))))));
}

/**
 * A long list a page at a time: `name` is the plural of what it lists; `items()` gives all, `draw(items)` the elements of a page. Fifty thousand findings cost
 * no more than a hundred. Printing shows up to 2,000.
 */
function paged(name, size, items, draw) {
  const place = h('div', {});
  const where = h('p', {});
  const step = (by) => () => {
    show(page + by);
    where.scrollIntoView({block: 'nearest'});
    announce(where.textContent);
    // A button that has just been disabled must not take the focus with it.
    if (next.disabled || back.disabled) (next.disabled ? back : next).focus();
  };
  const back = h('button', {type: 'button', onclick: step(-1), 'aria-label': `Previous ${name}`}, '‹ Previous');
  const next = h('button', {type: 'button', onclick: step(1), 'aria-label': `Next ${name}`}, 'Next ›');
  const pager = h('div', {class: 'pager', role: 'group', 'aria-label': `Pages of ${name}`}, where, back, next);
  let page = 0;
  let perPage = size;
  let all = items();

  function show(asked) {
    const last = Math.max(0, Math.ceil(all.length / perPage) - 1);
    page = Math.min(Math.max(asked, 0), last);
    const begin = page * perPage;
    const end = Math.min(begin + perPage, all.length);
    where.textContent = all.length === 0 ? `No ${name}` : all.length <= perPage ? counted(all.length, name.replace(/s\b/, ''), name)
      : `${(begin + 1).toLocaleString('en')}–${end.toLocaleString('en')} of ${all.length.toLocaleString('en')} ${name}`;
    back.disabled = page === 0;
    next.disabled = page === last;
    back.hidden = next.hidden = last === 0;
    place.replaceChildren(draw(all.slice(begin, end)));
  }

  addEventListener('beforeprint', () => { perPage = Math.max(size, 2000); show(0); });
  addEventListener('afterprint', () => { perPage = size; show(0); });
  show(0);
  return {
    element: h('div', {}, pager, place),
    refresh() { all = items(); show(0); },
    /** Turns to the page that holds an item. */
    reveal(item) { const at = all.indexOf(item); if (at >= 0) show(Math.floor(at / perPage)); return at >= 0; },
  };
}
