/**
 * Makes an element. Children are nodes or texts; a text is only ever put in as text, so nothing a user wrote can become
 * markup. Undefined children and attributes are left out.
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(key, value);
  made.append(...children.flat().filter((child) => child !== undefined));
  return made;
}

/** A link within this page. The parts of its path are encoded. */
export function link(parts, text) {
  return element('a', { href: `#/${parts.map(encodeURIComponent).join('/')}` }, userText(text));
}

/** A text a user wrote: kept apart from its surroundings, whatever direction its letters run. */
export function userText(text) {
  return text === '' ? element('span', { class: 'quiet' }, '(empty)') : element('bdi', {}, text);
}

/** A table with one row for each item; `columns` are pairs of a heading and what to show of an item. */
export function table(label, columns, items) {
  const cells = (item) =>
    columns.map(([, show], index) => element(index === 0 ? 'th' : 'td', index === 0 ? { scope: 'row' } : {}, show(item) ?? ''));
  return element(
    'div',
    { class: 'scroll' },
    element(
      'table',
      { 'aria-label': label },
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          columns.map(([heading]) => element('th', { scope: 'col' }, heading)),
        ),
      ),
      element(
        'tbody',
        {},
        items.map((item) => element('tr', {}, cells(item))),
      ),
    ),
  );
}

/** Facts as pairs of a name and what to show; a fact that is not there is left out. */
export function factList(rows) {
  const given = rows.filter(([, shown]) => shown !== undefined && shown !== '');
  return element(
    'dl',
    {},
    given.map(([name, shown]) => element('div', {}, element('dt', {}, name), element('dd', {}, shown))),
  );
}

/** A table under a heading, or a word that there is nothing. */
export function tableSection(title, columns, items) {
  const shown = items.length > 0 ? table(title, columns, items) : element('p', { class: 'quiet' }, 'None.');
  return section(title, items.length, shown);
}

/** Columns of a table of keys and their values. */
export function keyAndValue(heading) {
  return [
    [heading, ({ key }) => userText(key)],
    ['Value', ({ value }) => element('div', { class: 'value' }, userText(value))],
  ];
}

/** A part of a page under a heading, with the number of its items. */
export function section(title, count, ...children) {
  const shown = count === undefined ? undefined : element('span', { class: 'count' }, String(count));
  return element('section', {}, element('h2', {}, title, ' ', shown), children);
}
