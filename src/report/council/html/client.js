// Runs in the report: sorts and filters its tables, colours its map, switches light and dark. Without it everything can still be read.
(() => {
  const byId = (id) => document.getElementById(id);
  const root = document.documentElement;

  byId('theme')?.addEventListener('click', () => {
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
  });

  const table = byId('heat-table');
  const body = table?.tBodies[0];
  const rows = body ? [...body.rows] : [];
  const places = new Map(rows.map((row, index) => [row, index]));

  for (const button of table?.querySelectorAll('button[data-sort]') ?? []) {
    button.addEventListener('click', () => {
      const head = button.closest('th');
      const column = Number(button.dataset.sort);
      const descending = head.getAttribute('aria-sort') === 'ascending';
      for (const other of table.querySelectorAll('th[aria-sort]')) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
      const value = (row) => (column === 0 ? places.get(row) : row.cells[column].dataset.n);
      const compare = (a, b) => {
        const [left, right] = [value(a), value(b)];
        // Cells without a number stand last, either way.
        if (left === undefined || right === undefined)
          return Number(left === undefined) - Number(right === undefined) || places.get(a) - places.get(b);
        return (descending ? -1 : 1) * (Number(left) - Number(right)) || places.get(a) - places.get(b);
      };
      body.append(...rows.toSorted(compare));
    });
  }

  const filter = byId('filter');
  filter?.addEventListener('input', () => {
    const wanted = filter.value.trim().toLowerCase();
    let count = 0;
    for (const row of rows) {
      row.hidden = wanted !== '' && !row.dataset.find.includes(wanted);
      if (!row.hidden) count++;
    }
    byId('shown').textContent = wanted === '' ? '' : `${count} / ${rows.length}`;
  });

  const chosen = byId('map-of');
  chosen?.addEventListener('change', () => {
    const cells = new Map(rows.map((row) => [row.dataset.branch, row.cells[Number(chosen.value)]]));
    for (const tile of document.querySelectorAll('.tile')) {
      const cell = cells.get(tile.dataset.branch);
      const quarter = cell?.dataset.q;
      tile.setAttribute('class', quarter ? `tile q${quarter}` : 'tile');
      tile.querySelector('.v').textContent = cell?.dataset.n ? cell.textContent : cell?.textContent ? '・' : '';
    }
    const name = chosen.selectedOptions[0].textContent;
    const map = document.querySelector('.map svg');
    map.setAttribute('aria-label', `${map.getAttribute('aria-label').split(': ')[0]}: ${name}`);
  });

  const verdict = byId('verdict');
  verdict?.addEventListener('change', () => {
    for (const row of document.querySelectorAll('tbody[data-v]')) row.hidden = verdict.value !== '*' && row.dataset.v !== verdict.value;
    for (const measure of document.querySelectorAll('.measure')) measure.hidden = !measure.querySelector('tbody[data-v]:not([hidden])');
    for (const area of document.querySelectorAll('.area')) area.hidden = !area.querySelector('.measure:not([hidden])');
    for (const branch of document.querySelectorAll('.branch')) branch.hidden = !branch.querySelector('.area:not([hidden])');
  });

  // A link into a part that is folded opens it.
  const reveal = () => {
    const target = location.hash ? byId(decodeURIComponent(location.hash.slice(1))) : null;
    for (let at = target; at; at = at.parentElement) {
      if (at.tagName === 'DETAILS') at.open = true;
      at.hidden = false;
    }
    if (!target) return;
    target.setAttribute('tabindex', '-1');
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: 'center' });
  };
  addEventListener('hashchange', reveal);
  reveal();
})();
