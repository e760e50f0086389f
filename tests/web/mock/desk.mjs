// What a label's desk adds to the invented world: decisions, marks, files and a table to learn.
import { cells, markets, rows, world } from './fixture.mjs';

export const token = '0123456789abcdef0123456789abcdef';
const mainMarkets = ['US', 'GB', 'DE', 'FR', 'BR', 'MX', 'ID', 'KR', 'TW', 'TH'];
let holds = [];
let waiting = [];
let made = 0;
const deliveries = [];

export const heldBack = (row, code) => holds.some((hold) =>
  (hold.isrc === row.isrc || hold.artist === row.artist || hold.label === row.label) &&
  (hold.worldwide || hold.territories.includes(code)));

const none = { observed: null, bounded: null, scaled: null, unknown_cells: 0, unit: 'streams_28d' };

function addWorth(worth, cell) {
  if (cell.worth === null) worth.unknown_cells += 1;
  else worth[cell.worth_kind] = (worth[cell.worth_kind] ?? 0) + cell.worth;
}

const contracts = { licensee: 'MA-2019-044', rights_holder: 'HK-1998-12' };

function decisionsOver(kind, wanted) {
  const groups = new Map();
  rows.forEach((row, index) => {
    for (const code of markets) {
      const cell = cells[index].get(code);
      if (!wanted(cell) || heldBack(row, code)) continue;
      const role = kind === 'ask' ? 'rights_holder' : cell.who.role;
      const key = `${role}|${cell.reason}|${row.profile}`;
      const found = groups.get(key) ?? { recordings: new Set(), territories: new Set(), cells: 0, worth: { ...none }, role, cell };
      found.recordings.add(row.isrc);
      found.territories.add(code);
      found.cells += 1;
      addWorth(found.worth, cell);
      groups.set(key, found);
    }
  });
  const own = (role) => role === 'own_decision';
  return [...groups.values()].map(({ recordings, territories, cells: count, worth, role, cell }, index) => ({
    id: `${kind}${index}`, kind, party: kind === 'ask' ? '帆影音楽出版' : cell.who.party, role,
    link: kind === 'ask' || role === 'rights_holder' || role === 'licensee' ? 'held' : role === 'service' ? 'live' : 'delivered',
    reason: kind === 'ask' ? null : cell.reason, detail: null, document: contracts[role] ?? null,
    document_until: contracts[role] ? '2027-03-31' : null, recipient: own(role) ? 'Streamlet' : null, cells: count,
    recordings: [...recordings].sort(), territories: [...territories].sort(), worth,
    cost_jpy: own(role) ? 0 : null, next_expiry: own(role) ? '2027-03-31' : null,
  })).sort((a, b) => (b.worth.observed ?? -1) - (a.worth.observed ?? -1) || b.cells - a.cells);
}

export function deskOf() {
  const decisions = decisionsOver('open', (cell) => cell.letter === 'c' || cell.letter === 'x');
  const asks = decisionsOver('ask', (cell) => cell.letter === 'u');
  const byRole = new Map();
  for (const { role, cells: count } of decisions) {
    const found = byRole.get(role) ?? { role, decisions: 0, cells: 0 };
    found.decisions += 1;
    found.cells += count;
    byRole.set(role, found);
  }
  const own = decisions.filter((one) => one.role === 'own_decision');
  const held = { cells: 0, recordings: 0, by_kind: {}, next_review: holds.map((hold) => hold.until).sort()[0] ?? null };
  rows.forEach((row) => {
    const count = markets.filter((code) => heldBack(row, code)).length;
    held.cells += count;
    held.recordings += count > 0 ? 1 : 0;
  });
  return {
    decisions, asks,
    totals: {
      decisions_by_role: [...byRole.values()].sort((a, b) => b.cells - a.cells),
      own_this_week: { cells: own.reduce((sum, one) => sum + one.cells, 0), recordings: new Set(own.flatMap((one) => one.recordings)).size },
      held_back: held,
    },
  };
}

export function first() {
  const playing = rows.filter((row, index) => mainMarkets.some((code) => cells[index].get(code)?.letter === 'h'));
  return {
    as_of: world.as_of, recordings: rows.length, closed_somewhere: 231, own_this_week: 64, unknown_somewhere: 58,
    open_everywhere: 111, held_back: 0,
    en: `Of ${rows.length} recordings 231 can't be heard in at least one of the 10 main markets; 64 of them you can open this week yourselves, at no cost.`,
    ja: `${rows.length} 音源のうち 231 音源は、主要 10 市場の少なくとも一つで聴けません。そのうち 64 音源は、今週、自社だけで費用をかけずに開けます。`,
    playing_without_licence: playing.map(({ isrc, title }) => ({ isrc, title, title_en: null })),
    markets: { codes: mainMarkets, source: 'invented', verified_on: '2026-11-01' },
  };
}

export const holdList = () => ({ as_of: world.as_of, held_back: holds });

export function hold({ holds: wanted }) {
  for (const one of wanted) {
    const worldwide = one.territory === 'Worldwide';
    holds.push({ number: ++made, isrc: one.isrc ?? null, artist: one.artist ?? null, label: one.label ?? null,
      territories: worldwide ? markets : one.territory.split(','), worldwide, kind: one.kind, until: one.until, by: one.by,
      made_at: '2026-11-20T09:00:00Z', note: one.note || null, recordings: 1, in_force: one.until > world.as_of });
  }
  return holdList();
}

export function release({ number }) {
  holds = holds.filter((one) => one.number !== number);
  return holdList();
}

const delivery = (path, more) => ({
  path, format: 'recordings', status: 'accepted', reason: null, sender: null, sound_recordings: 0, videos: 0, releases: 0,
  track_releases: 0, deals: 0, rows: 0, territories: [], first_date: null, last_date: null, limit: null, findings: [], errors: [], ...more,
});

// Files whose name says "ledger" have a question; those called "broken" cannot be read.
export function takeFile(name, bytes) {
  if (/ledger|台帳/.test(name)) {
    const file = { id: `f${String(++made).padStart(5, '0')}`, name, bytes };
    waiting.push(file);
    return { waiting: file, delivery: delivery(name, { format: 'licences', status: 'rejected',
      errors: [{ line: null, element: null, code: 'question_open', text: '3 questions about this table are open.' }] }) };
  }
  const broken = name.includes('broken');
  const report = broken
    ? delivery(name, { format: 'unknown', status: 'rejected', errors: [{ line: 14, element: 'isrc', code: 'isrc_malformed', text: 'This is no ISRC: "JPXX".' }] })
    : delivery(name, { sound_recordings: 42, rows: 42, sender: '帆影レコード' });
  if (!broken) deliveries.push(report);
  return { waiting: null, delivery: report };
}

export const imports = () => ({ waiting, deliveries_total: deliveries.length, deliveries });
const find = (id) => waiting.find((one) => one.id === id);

export function discard({ id }) {
  const file = find(id);
  waiting = waiting.filter((one) => one !== file);
  return file ? { discarded: file } : null;
}

const both = (en, ja) => ({ en, ja });

export function proposal({ id, answers, sender }) {
  const file = find(id);
  if (!file) return null;
  const said = new Map(answers.map((one) => [one.id, one.answer]));
  const question = (number, word, code, text, options, free) => ({ number, id: word, code, text, options, free,
    answer: said.get(word) ?? null, refused: false });
  const questions = [
    question(1, 'territory:アジア', 'territory_meaning', both('Which territories are meant by "アジア"?', '「アジア」はどの国・地域を指しますか。'),
      ['KR TW HK', 'KR TW HK TH ID PH MY SG VN'], true),
    question(2, 'days:期間', 'days_order', both('"04/05/2019": does the day or the month come first?', '「04/05/2019」は日と月のどちらが先ですか。'),
      ['day-first', 'month-first'], false),
    question(3, 'header:備考2', 'header_unknown', both('What is in the column "備考2"?', '「備考2」は何の列ですか。'),
      ['document', 'party', 'uses', 'right', 'scope', 'ignore'], false),
  ];
  const columns = [['isrc', 'ISRC', null, 'values'], ['title', '曲名', null, 'header'], ['party', '許諾先', null, 'header'],
    ['territories', '許諾地域', null, 'header'], ['period', '許諾期間', null, 'header'], ['uses', null, 'on-demand-stream', 'saved']]
    .map(([column, header, value, reason]) => ({ column, header, value, reason }));
  const preview = rows.slice(0, 6).map((row, index) => ({
    line: index + 4, cells: { isrc: row.isrc, title: row.title, party: 'Meridian Audio B.V.', territories: 'KR TW HK', period: '2019-04-01 – 2027-03-31', uses: 'on-demand-stream' },
    text: both(`${row.isrc}: Meridian Audio B.V. may use it in KR TW HK, 1 Apr 2019 to 31 Mar 2027, for on-demand-stream.`,
      `${row.isrc}: Meridian Audio B.V. が KR TW HK で 2019年4月1日〜2027年3月31日、on-demand-stream に利用できる。`),
  }));
  return { path: file.name, kind: 'licences', sheet: '台帳', sheets: ['台帳', '旧台帳'], header_line: 3, headers: ['ISRC', '曲名'],
    rows: 128, sender: sender ?? null, saved: null, columns, unused: ['備考', 'No.'], preview, questions,
    ready: questions.every((one) => one.answer !== null) };
}

export function keepMapping(choice) {
  const file = find(choice.id);
  if (!file) return null;
  waiting = waiting.filter((one) => one !== file);
  const report = delivery(file.name, { format: 'licences', rows: 128, sender: choice.sender });
  deliveries.push(report);
  return { waiting: null, delivery: report };
}
