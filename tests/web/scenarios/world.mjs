// Finds, in whatever world is served, the recordings the scenarios need.
export async function ask(base, path) {
  const response = await fetch(`${base}/api/v1/${path}`);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

// One closed cell with a party to talk to where there is one.
export async function closedCell(base) {
  const gap = await ask(base, 'gap?limit=200');
  const found = gap.cells.find((cell) => cell.who.party) ?? gap.cells[0];
  if (!found) throw new Error('the world has no closed cell to test with');
  return found;
}

export const pagesOf = async (base) => {
  const cell = await closedCell(base);
  return {
    home: '/', matrix: '/matrix', why: `/why?isrc=${cell.isrc}&territory=${cell.territory}`,
    decisions: '/decisions', revenue: '/revenue', leaks: '/leaks', alarms: '/alarms',
    plan: '/plan', impact: '/impact',
    translations: '/translations?unit=work%3Alyric_line.1%3Aen%3AT9990000011', board: '/translations?view=board', held: '/held-back', start: '/start', mapping: '/mapping',
  };
};

export const withLang = (path, lang) => `${path}${path.includes('?') ? '&' : '?'}lang=${lang}`;
