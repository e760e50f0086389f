// Answers like `umikoe serve`, from an invented world: for developing the pages, and for their tests
// where the program itself is not at hand.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import * as alarms from './alarms.mjs';
import * as desk from './desk.mjs';
import * as money from './money.mjs';
import * as plans from './plans.mjs';
import * as translations from './translations.mjs';
import { cells, isTerritory, markets, regionOf, rows, territories, world } from './fixture.mjs';
import { whyOf } from './why.mjs';

const dist = fileURLToPath(new URL('../../../web/dist/', import.meta.url));
const pages = new Set(['/', '/matrix', '/why', '/decisions', '/revenue', '/leaks', '/alarms', '/plan', '/impact', '/translations', '/held-back', '/start', '/mapping']);
const policy = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

class Refused extends Error {
  constructor(status, code, text) {
    super(text);
    Object.assign(this, { status, code });
  }
}

const folds = (text, part) => !part || (text ?? '').toLowerCase().includes(part.toLowerCase());
const columnsOf = (query) => {
  const named = (query.get('territory') || '').split(',').filter(Boolean);
  for (const code of named) {
    if (!isTerritory(code)) throw new Refused(400, 'territory_unknown_word', `${code} is not a territory.`);
  }
  return (named.length ? named : markets)
    .filter((code) => !query.get('region') || regionOf(code) === query.get('region'));
};
const closed = (cell) => cell.letter === 'c' || cell.letter === 'x' || cell.letter === 'h';
const cellMatches = (cell, query) => closed(cell) && (!query.get('reason') || cell.reason === query.get('reason')) &&
  (!query.get('role') || cell.who.role === query.get('role'));
const rowMatches = (row, query) => folds(row.artist, query.get('artist')) && folds(row.label, query.get('label')) &&
  (folds(row.title, query.get('q')) || folds(row.artist, query.get('q')) || folds(row.isrc, query.get('q')));
const common = (query) => ({ as_of: query.get('date') || world.as_of, use: query.get('use') || 'on-demand-stream' });
const count = (query, name, otherwise) => Number(query.get(name) ?? otherwise);

const nothing = { open: 0, closed: 0, unknown: 0, heard_without_permission: 0, held_back: 0, not_understood: 0, worth_unknown: 0, worth: null };
const stateOf = { o: 'open', c: 'closed', x: 'closed', u: 'unknown', h: 'heard_without_permission' };

function addTo(groups, key, cell) {
  const group = groups.get(key) ?? { ...nothing };
  group.closed += 1;
  if (cell.worth === null) group.worth_unknown += 1;
  else group.worth = (group.worth ?? 0) + cell.worth;
  groups.set(key, group);
}

function gap(query) {
  const columns = columnsOf(query);
  const byTerritory = new Map(columns.map((territory) => [territory, { territory, ...nothing }]));
  const [byReason, byRole, found] = [new Map(), new Map(), []];
  const total = { ...nothing };
  let recordings = 0;
  rows.forEach((row, index) => {
    if (!rowMatches(row, query)) return;
    recordings += 1;
    for (const code of columns) {
      const cell = cells[index].get(code);
      if (!cell) continue;
      const state = cell.letter !== 'o' && desk.heldBack(row, code) ? 'held_back' : stateOf[cell.letter];
      const place = byTerritory.get(code);
      place[state] += 1;
      total[state] += 1;
      if (state !== 'closed' || !cellMatches(cell, query)) continue;
      if (cell.worth === null) {
        place.worth_unknown += 1;
        total.worth_unknown += 1;
      } else {
        place.worth = (place.worth ?? 0) + cell.worth;
        total.worth = (total.worth ?? 0) + cell.worth;
      }
      addTo(byReason, cell.reason, cell);
      addTo(byRole, cell.who.role, cell);
      found.push({ isrc: row.isrc, title: row.title, title_en: null, artist: row.artist, artist_en: null, territory: code, reason: cell.reason, who: cell.who,
        worth: cell.worth, worth_kind: cell.worth_kind, worth_max: cell.worth_max,
        worth_low: cell.worth_low, worth_high: cell.worth_high });
    }
  });
  const kinds = ['observed', 'bounded', 'scaled', null];
  found.sort((a, b) => kinds.indexOf(a.worth_kind) - kinds.indexOf(b.worth_kind) || (b.worth ?? -1) - (a.worth ?? -1));
  const grouped = (groups, name) => [...groups].map(([key, group]) => ({ [name]: key, ...group })).sort((a, b) => b.closed - a.closed);
  const offset = count(query, 'offset', 0);
  const label = desk.deskOf();
  return { as_of: common(query).as_of, decisions: label.decisions, asks: label.asks, cells: found.slice(offset, offset + count(query, 'limit', 100)),
    totals: { gaps: found.length, cells: total, worth_by_kind: { observed: null, bounded: null, scaled: null },
      recordings: { total: recordings, open_everywhere: 0, closed_somewhere: 0, closed_everywhere: 0, unknown_somewhere: 0 },
      markets: { total: columns.length, source: 'invented', verified_on: world.as_of },
      weighted_by_home_streams: { open: null, closed: null, unknown: null }, by_territory: [...byTerritory.values()],
      by_reason: grouped(byReason, 'reason'), by_role: grouped(byRole, 'role'), ...label.totals } };
}

function matrix(query) {
  const columns = columnsOf(query);
  const narrowed = query.get('reason') || query.get('role');
  const found = rows.map((row, index) => ({ row, line: columns.map((code) => cells[index].get(code) ?? { letter: 'u' }) }))
    .filter(({ row, line }) => rowMatches(row, query) && (!narrowed || line.some((cell) => cell.who && cellMatches(cell, query))));
  const counts = { o: 0, c: 0, u: 0, x: 0, h: 0, b: 0 };
  for (const { line } of found) for (const cell of line) counts[cell.letter] += 1;
  const offset = count(query, 'offset', 0);
  return { ...common(query), total_rows: found.length, offset, territories: columns,
    counts: { open: counts.o, closed: counts.c, unknown: counts.u, conflict: counts.x, heard: counts.h,
      held_back: counts.b, not_understood: 0 },
    rows: found.slice(offset, offset + count(query, 'limit', 100)).map(({ row: { isrc, title, artist, release, kind }, line }) =>
      ({ isrc, title, title_en: null, artist, release, kind, cells: line.map((cell) => cell.letter).join('') })) };
}

function why(query) {
  const index = rows.findIndex((row) => row.isrc === (query.get('isrc') ?? '').toUpperCase().replaceAll('-', ''));
  if (index < 0) throw new Refused(404, 'isrc_unknown', query.get('lang') === 'ja' ? 'このISRCの音源は登録されていません。' : 'No recording with this ISRC is on file.');
  const code = query.get('territory') ?? '';
  if (!isTerritory(code)) throw new Refused(400, 'territory_unknown_word', `${code} is not a territory.`);
  const { as_of: date, use } = common(query);
  return whyOf(rows[index], code, cells[index].get(code) ?? { letter: 'u', reason: '', who: { party: null, role: 'unknown' } }, date, use, query.get('lang') ?? 'en');
}

const routes = {
  '/api/v1/world': () => ({ ...world, first_sentence: desk.first() }),
  '/api/v1/first': desk.first,
  '/api/v1/session': () => ({ edit: true, token: desk.token }),
  '/api/v1/decisions': (query) => ({ ...gap(query), cells: [] }),
  '/api/v1/holds': desk.holdList,
  '/api/v1/revenue': money.ledger,
  '/api/v1/leaks': money.leaks,
  '/api/v1/alarms': alarms.alarms,
  '/api/v1/series': alarms.series,
  '/api/v1/evidence': alarms.evidence,
  '/api/v1/plan': plans.plan,
  '/api/v1/impact': plans.impact,
  '/api/v1/translations': translations.list,
  '/api/v1/translations/unit': translations.unit,
  '/api/v1/translations/board': translations.board,
  '/api/v1/imports': desk.imports,
  '/api/v1/territories': () => ({ territories }),
  '/api/v1/gap': gap,
  '/api/v1/matrix': matrix,
  '/api/v1/why': why,
  '/api/v1/check': () => ({ as_of: world.as_of, findings: [], totals: { findings: 0, by_rule: {} } }),
  '/api/v1/openapi.json': () => JSON.parse(readFileSync(new URL('../../../docs/openapi.json', import.meta.url), 'utf8')),
  '/healthz': () => ({ status: 'ok' }),
};

function assets() {
  return new Map(readFileSync(`${dist}assets.list`, 'utf8').trim().split('\n').map((line) => {
    const [address, file, type, caching] = line.split('\t');
    return [address, { file, type, caching }];
  }));
}

function outcome(route, query) {
  try {
    return [200, route(query)];
  } catch (error) {
    return [error.status ?? 500, { error: { code: error.code ?? 'internal', text: error.message } }];
  }
}

const changes = {
  '/api/v1/imports/discard': desk.discard,
  '/api/v1/holds': desk.hold,
  '/api/v1/holds/release': desk.release,
  '/api/v1/mappings/proposal': desk.proposal,
  '/api/v1/mappings': desk.keepMapping,
};

function changed(request, url, body) {
  if (request.headers['x-umikoe-token'] !== desk.token) throw new Refused(403, 'token_refused', 'The page belongs to an earlier run.');
  if (url.pathname === '/api/v1/imports') return desk.takeFile(url.searchParams.get('name'), body.length);
  const found = changes[url.pathname]?.(JSON.parse(body.toString()));
  if (!found) throw new Refused(404, 'upload_unknown', 'This file is no longer waiting.');
  return found;
}

function answerChange(request, response, url, headers) {
  const pieces = [];
  request.on('data', (piece) => pieces.push(piece));
  request.on('end', () => {
    const [status, body] = outcome(() => changed(request, url, Buffer.concat(pieces)), null);
    response.writeHead(status, { ...headers, 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  });
}

function answer(request, response) {
  const url = new URL(request.url, 'http://localhost');
  const headers = { 'Content-Security-Policy': policy, 'X-Content-Type-Options': 'nosniff' };
  if (request.method === 'POST') {
    answerChange(request, response, url, headers);
    return;
  }
  const route = routes[url.pathname];
  if (route) {
    const [status, body] = outcome(route, url.searchParams);
    response.writeHead(status, { ...headers, 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    return;
  }
  const japanese = (url.searchParams.get('lang') ?? request.headers['accept-language'] ?? '').startsWith('ja');
  const known = assets();
  const asset = pages.has(url.pathname) ? known.get(japanese ? '/ja.html' : '/en.html') : known.get(url.pathname);
  if (!asset) {
    response.writeHead(404, headers).end();
    return;
  }
  response.writeHead(200, { ...headers, 'Content-Type': asset.type, 'Content-Encoding': 'gzip' }).end(readFileSync(dist + asset.file));
}

export function startMock(port = 0) {
  return new Promise((resolve) => {
    const server = createServer(answer).listen(port, '127.0.0.1', () => resolve({
      base: `http://127.0.0.1:${server.address().port}`, close: () => server.close(),
    }));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { base } = await startMock(Number(process.argv[2] ?? 8788));
  console.log(base);
}
