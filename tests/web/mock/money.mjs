// What the invented statements paid, and where claimed views show demand.
import { cells, markets, rows, world } from './fixture.mjs';

const nothing = { units: 0, gross_jpy: null, gross_jpy_unknown: 0, ours_jpy: null, ours_jpy_unknown: 0 };

function row(index, market, yen) {
  return {
    market, isrc: rows[index].isrc, title: rows[index].title, artist: rows[index].artist,
    user_generated: yen === null, units: 1000 + index,
    amounts: [{ currency: 'USD', gross: null, gross_unknown: 1, ours: yen === null ? null : '12.345', ours_unknown: yen === null ? 1 : 0 }],
    gross_jpy: null, gross_jpy_unknown: 1, ours_jpy: yen, ours_jpy_unknown: yen === null ? 1 : 0,
  };
}

export function ledger(query) {
  const total = (yen) => ({ units: 2000, amounts: [], gross_jpy: null, gross_jpy_unknown: 1, ours_jpy: yen, ours_jpy_unknown: 1, user_generated: nothing });
  return {
    as_of: world.as_of, by: query.get('by') || 'cell', rows: [row(0, 'home', 900), row(1, 'abroad', 1800), row(2, 'abroad', null)],
    totals: { home: total(900), abroad: total(1800) },
    yen_per_thousand_plays: [{ territory: 'US', yen: 412.3, low: 380.1, high: 450, statements: 2, plays: 52000, first_month: '2026-06', last_month: '2026-09' }],
    statements: [{
      document: '明細_2026-10.csv', sender: 'Meridian Audio', number: 'M-1', payment_month: '2026-10', currency: 'USD', stated_total: '24.69',
      lines_total: '24.69', difference: '0', lines: 3, lines_without_amount: 1, unplaced: '0', lines_unplaced: 0,
      rate: { yen_per_unit: '151.25', source: 'M-1', on: '2026-10-31', given_by: 'statement' },
    }],
  };
}

export function leaks() {
  const found = [];
  rows.forEach((one, index) => {
    for (const code of markets) {
      const cell = cells[index].get(code);
      if (cell.letter !== 'c' || found.length >= 12) continue;
      found.push({
        isrc: one.isrc, title: one.title, artist: one.artist, territory: code, claimed_views: 5000 - found.length * 100,
        first_day: '2026-10-01', last_day: '2026-10-31', official: 'closed', reason: cell.reason, who: cell.who,
      });
    }
  });
  const views = found.reduce((sum, one) => sum + one.claimed_views, 0);
  return {
    as_of: world.as_of, leaks: found,
    totals: { cells: found.length, claimed_views: views, claimed_views_where_open: 10, claimed_views_of_no_recording: 0, claimed_views_of_no_territory: 3 },
  };
}
