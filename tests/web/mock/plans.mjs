// An invented plan and two invented interventions, one measured and one due.
import { rows, world } from './fixture.mjs';

const sum = (p10, p50, p90) => ({ p10, p50, p90, mean: (p10 + p50 + p90) / 3 });
const { artist } = rows[0];

function action(id, subject, cost) {
  return {
    id, action: 'promote', subject, artist, label: null, language: null, territory: 'BR', document: null, who: null, role: 'own_decision',
    items: 0, cost_jpy: cost, listeners: sum(-10, 300, 900), yen: sum(0, 1000, 5000), yield_known: 1, worth_unknown_cells: 0,
    starts: '2026-11-20', acts_from: '2026-12-20', deadline: '2027-11-03', needs: [], reason: '30,000 streams in 28 days there.',
  };
}

export function plan(query) {
  const budget = Number(query.get('budget').replaceAll(/\D/g, ''));
  const forbidden = (query.get('forbid') ?? '').split(',').filter(Boolean);
  const actions = [action('promote-BR-000001', `Local promotion · ${artist} · Brazil`, 1500000), action('showcase-PH-000002', `Showcase slot · ${artist} · Philippines`, 2500000)]
    .filter((one) => !forbidden.includes(one.id));
  const totals = { actions: actions.length, artists: 1, territories: 2, cost_jpy: actions.reduce((cost, one) => cost + one.cost_jpy, 0), listeners: sum(-20, 600, 1800), yen: sum(0, 2000, 10000) };
  const answer = {
    as_of: world.as_of, horizon_last: '2027-12-31', generation: 7, budget_jpy: budget, objective: 'listeners', caution: 0, seed: 1, candidates: 40,
    engine: 'own', proven: false, objective_value: 800, bound: 802, gap_to_bound: 0.0025, work: 1000, stopped_early: false, totals, actions, rules: [],
    missed: [{ ...action('tour_leg-BR-000003', `Concerts · ${artist} · Brazil`, 12000000), more_jpy: 7000000, at_cost_jpy: 900000 }], committed: [],
    larger_budget: { budget_jpy: Math.round(budget * 1.1), totals, more: [], fewer: [] },
    artists_territories_unknown: 3, artists_territories_too_small: 0, left_out: 0,
  };
  if (forbidden.length > 0) answer.what_if = { without: totals, more: [], fewer: forbidden };
  return answer;
}

function intervention(id, territory, starts) {
  return {
    id, plan: 'spring', version: 1, action: territory, kinds: ['promote'], artist, territories: [territory], owner: 'mori', registered: '2026-02-02', starts,
    acts_from: '2026-04-01', review: '2026-10-01', expected_low: 0, expected_middle: 0.06, expected_high: 0.15, cost_jpy: 1500000,
  };
}

export function impact() {
  return {
    as_of: world.as_of,
    interventions: [
      {
        intervention: intervention('spring-BR', 'BR', '2026-02-16'), review_due: false,
        measured: { verdict: 'worked', estimate: 0.384, interval: [0.242, 0.526], method: 'sdid', measured_on: '2026-11-20', by: 'kita', level: 0.9 },
        decision: { word: 'continue', why: 'more of it', by: 'kita', made_on: '2026-11-20' },
      },
      { intervention: intervention('spring-PH', 'PH', '2026-02-17'), review_due: true, measured: null, decision: null },
    ],
  };
}
