// Alarms about the invented recordings, one of each kind but one, and what they rest on.
import { rows, world } from './fixture.mjs';

const nothing = { since: null, growth: null, usual_growth: null, probability: null, precision: null, event: null };
const about = (alarm, index, territory, more) =>
  ({ alarm, isrc: rows[index].isrc, title: rows[index].title, artist: rows[index].artist, territory, ...nothing, ...more });

const all = [
  about('first_seen', 0, 'BR', { since: '2026-11-05' }),
  about('first_seen', 1, 'TH', { since: '2026-11-02' }),
  about('next_territory', 2, 'TW', {
    probability: 0.412, precision: 0.38, such_chances: { at_least: 0.35, said: 41, came_true: 16 }, reasons: ['reach', 'fresh'],
  }),
  about('next_territory', 0, 'KR', {
    probability: 0.231, precision: null, such_chances: { at_least: 0.2, said: 7, came_true: 1 }, reasons: ['growth'],
  }),
  about('follow_through', 3, 'ID', { since: '2026-08-20' }),
  { ...about('lone_slot', 0, 'DE', {}), isrc: null, title: null, event: {
    name: 'Lantern Fest (DEMO)', kind: 'festival', city: 'Berlin', start: '2027-06-05', end: '2027-06-06', over: false,
    document: 'dates.csv', source: 'the festival' } },
];
const kinds = [
  { kind: 'first_seen', missing: null, on_file: 120, needed: 29 },
  { kind: 'rising', missing: 'few_reports', on_file: 7, needed: 20 },
  { kind: 'next_territory', missing: null, on_file: null, needed: null },
  { kind: 'follow_through', missing: null, on_file: 120, needed: 89 },
  { kind: 'lone_slot', missing: null, on_file: null, needed: null },
].map((one) => ({ ...one, alarms: all.filter((alarm) => alarm.alarm === one.kind).length }));

export function alarms(query) {
  const asks = (name, value) => !query.get(name) || query.get(name) === value;
  const artist = (query.get('artist') ?? '').toLowerCase();
  return {
    as_of: world.as_of,
    alarms: all.filter((one) => asks('kind', one.alarm) && asks('territory', one.territory) && one.artist.toLowerCase().includes(artist)),
    kinds: kinds.map(({ kind, alarms: count, missing, on_file, needed }) => ({ kind, alarms: count, missing, on_file, needed })),
    next_territory: { chart: 'invented-daily', origin: '2026-11-18', days: 28, past_entries: 212, least_probability: 0.2, unknown: null },
  };
}

export function series(query) {
  const row = rows.find((one) => one.isrc === query.get('name'));
  const week = (at, level, rests_on) => ({
    week: new Date(Date.UTC(2026, 7, 7 + 7 * at)).toISOString().slice(0, 10), level, low: level && Math.round(level * 0.8),
    high: level && Math.round(level * 1.3), most: null, rests_on, days_charted: rests_on === 'observed' ? 5 : 0, days_below_chart: 0,
    reported: null, deliveries: [3],
  });
  const weeks = Array.from({ length: 14 }, (_, at) => week(at, 4000 + 350 * at, at % 3 ? 'observed' : 'interpolated'));
  const territory = query.get('territory') || 'BR';
  return {
    artist: row?.artist ?? null, isrc: row?.isrc ?? null, title: row?.title ?? null, recordings: 1, as_of: world.as_of, week_start: 'fri',
    unit: 'plays_per_week', documents: [{ delivery: 3, document: 'regional-br-weekly-2026-11-12.csv' }, { delivery: 4, document: '明細_2026-10.csv' }],
    series: [{
      territory, service: 'spotify', use: 'plays', weeks, reports_too_long: 0,
      evidence: [
        { kind: 'chart', name: 'invented-daily', first_day: '2026-08-07', last_day: '2026-11-18', days: 98, days_found: 61, plays: 90000, best_rank: 12, lowest_row: 400, deliveries: [3] },
        { kind: 'statement', name: 'Spotify', first_day: '2026-09-01', last_day: '2026-10-31', periods: 2, days_found: null, plays: 41000, best_rank: null, lowest_row: null, deliveries: [4] },
      ],
    }],
  };
}

export function evidence(query) {
  return {
    isrc: query.get('isrc'), territory: query.get('territory'), worth: 9000, worth_kind: 'scaled', worth_low: 4000, worth_high: 21000,
    worth_max: null, worth_yen: null, reported_28d: null, charted_28d: 8200, charted_days_28d: 20, below_chart_28d: null, home_28d: 90000,
    ratio_to_home: 0.1, ratio_low: 0.04, ratio_high: 0.23, reports: [], charts: [],
  };
}
