const themes = ['auto', 'light', 'dark'];

function setTheme(theme) {
  document.documentElement.toggleAttribute('data-theme', false);
  if (theme !== 'auto') document.documentElement.setAttribute('data-theme', theme);
  byId('theme').textContent = `Theme: ${theme === 'auto' ? 'as the system' : theme}`;
}

function drawTheme() {
  let theme = 'auto';
  try { theme = localStorage.getItem('quizlint-theme') || 'auto'; } catch { /* A page from disk may be denied it. */ }
  if (!themes.includes(theme)) theme = 'auto';
  setTheme(theme);
  byId('theme').addEventListener('click', () => {
    theme = themes[(themes.indexOf(theme) + 1) % themes.length];
    setTheme(theme);
    try { localStorage.setItem('quizlint-theme', theme); } catch { /* Then it lasts as long as the page. */ }
  });
}

function drawContents() {
  const sizes = {banks: data.banks.length, findings: data.findings.length, unanswered: data.findings.filter(isOpen).length,
    duplicates: data.findings.filter((finding) => groupOf(finding.check) === 'duplicates').length, words: data.words.length};
  for (const section of document.querySelectorAll('main > section'))
    byId('contents').append(h('li', {}, h('a', {href: `#${section.id}`}, section.querySelector('h2').textContent), sizes[section.id] ? h('span', {class: 'quiet'}, ` ${sizes[section.id].toLocaleString('en')}`) : ''));
}

/** Goes where the address points: a section, a filter of the findings, a finding. */
function follow() {
  const address = decodeURI(location.hash.slice(1));
  if (address.startsWith('findings')) {
    setFilter(location.hash.slice('#findings'.length).replace(/^\?/, ''));
    byId('findings').scrollIntoView();
    byId('findings-title').focus({preventScroll: true});
    announce(`${counted(selected().length, 'finding')} shown`);
  } else if (address.startsWith('finding-')) {
    reveal(data.findings.find((finding) => finding.anchor === address));
  }
}

function reveal(finding) {
  if (!finding) return announce('This report does not hold that finding: it was mended, or its text was changed.');
  if (!findingList.reveal(finding)) {
    setFilter('');
    findingList.reveal(finding);
  }
  const element = byId(finding.anchor);
  element.scrollIntoView({block: 'center'});
  element.focus();
}

function start() {
  prepare();
  drawTheme();
  drawOverview();
  drawFirst();
  drawBanks();
  drawFindings();
  drawUnanswered();
  drawDuplicates();
  drawWords();
  drawChoices();
  drawContents();
  addEventListener('hashchange', follow);
  follow();
}

start();
