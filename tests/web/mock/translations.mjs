// A small queue of translation work for the mock server.
const stages = ['missing', 'draft', 'translated', 'reviewed', 'rights_approved', 'published', 'withdrawn', 'kept_original'];
const lines = [
  ['夜明けの駅に星の音がする', 'At the station before dawn, a star rings', 'published'],
  ['三番線でまだ待っている', 'I am still waiting at platform three', 'reviewed'],
  ['七夕の短冊は風のなか', '', 'missing'],
  ['名前のない朝が来る', 'A morning without a name comes', 'draft'],
];

const standing = (target) => (target ? {
  origin: 'human', translator: 'tess', reviewer: null, approver: null, approver_role: null, credits: ['Tess (DEMO)'],
  media: [], territories: null, grants: [], note: null, since: '2026-11-16T09:00:00Z',
} : null);
const units = lines.map(([source, target, stage], index) => ({
  unit: `work:lyric_line.${index + 1}:en:T9990000011`, object: 'work', id: 'T9990000011', field: 'lyric_line', number: index + 1,
  language: 'en', stage, source_changed: false, on_file: false, source, source_language: 'ja', context: 'DEMO', owner: '星文',
  work: 'T9990000011', target: target || null, standing: standing(target),
}));

export function list(query) {
  const state = query.get('state') ?? '';
  const found = units.filter((one) => !state || one.stage === state || (state === 'waiting' && stages.indexOf(one.stage) % 5 > 0));
  return { as_of: '2026-11-20', languages: ['en'], total: found.length, units: found, refused_entries: [] };
}

export function unit(query) {
  const found = units.filter((one) => one.unit === query.get('unit'));
  return { units: found.map((one) => ({
    ...one, start_ms: null, end_ms: null, max_width: null, pace: { half_units_per_second: 20, line_half_units: 42 },
    terms: [{ kind: 'cultural_note', source: '七夕', target: null, note: 'Star festival of 7 July.' }],
    matches: [{ percent: 82, same_work: true, source: '三番線でまだ待っていた', target: 'I was still waiting', origin: null }],
    checks: [], history: [],
  })) };
}

export const board = () => ({
  as_of: '2026-11-20',
  rows: [{ object: 'work', field: 'lyric_line', language: 'en', units: 4, finished: 1, on_file: 0, source_changed: 0,
    by_stage: Object.fromEntries(stages.map((stage) => [stage, units.filter((one) => one.stage === stage).length])),
    oldest_days: { draft: 4 } }],
  next: [{ object: 'work', id: 'T9990000011', title: '星の音', language: 'en', units: 4, unfinished: 3, demand: 1200, score: 900 }],
});
